import { ProbeError } from '../../../errors.js';
import { defineFileScanner, observe } from '../../scanner.js';
import { findApps, readApps } from './apps.js';
import { readAuth } from './auth.js';
import { readFiles, readGo2rtc } from './files.js';
import { type Home, openHome } from './home.js';
import { readHttp, readIgnored, refusalsOf } from './http.js';
import { readSecrets } from './secrets.js';
import { readUrls } from './urls.js';
import { readOnboarding, readUsers } from './users.js';

/** The folder of Home Assistant: configuration.yaml with its includes, `.storage`, what lies beside them, and the Supervisor's list. */
export default defineFileScanner({
  kind: 'home-assistant',
  async read(folder) {
    const home = await openHome(folder);
    const apps = findApps(folder);
    if (!home && !apps) return undefined;
    return {
      ...(home ? await readHome(home) : {}),
      ...(apps ? { 'home-assistant.config-apps': await observe(() => readApps(apps)) } : {}),
    };
  },
});

async function readHome(home: Home) {
  const hasStore = home.folder.files.some(({ path }) => path.startsWith(home.path('.storage/')));
  return {
    'home-assistant.config-version': await observe(() => {
      if (!home.version.ok) throw new ProbeError(home.version.failure.kind, home.version.failure.detail);
      const { version, file } = home.version.value;
      return { version, place: { file } };
    }),
    'home-assistant.config-http': await observe(() => readHttp(home)),
    'home-assistant.config-refused': await observe(() => {
      if (!home.loaded.ok && home.loaded.failure.kind !== 'protocol')
        throw new ProbeError(home.loaded.failure.kind, home.loaded.failure.detail);
      return { refusals: refusalsOf(home).map(({ text, place }) => ({ text, place })) };
    }),
    'home-assistant.config-ignored': await observe(() => readIgnored(home)),
    'home-assistant.config-auth': await observe(() => readAuth(home)),
    'home-assistant.config-urls': await observe(() => readUrls(home)),
    'home-assistant.config-secrets': await observe(() => readSecrets(home)),
    'home-assistant.config-files': await observe(() => readFiles(home)),
    'home-assistant.config-go2rtc': await observe(() => readGo2rtc(home)),
    ...(hasStore
      ? {
          'home-assistant.config-onboarding': await observe(() => readOnboarding(home)),
          'home-assistant.config-users': await observe(() => readUsers(home)),
        }
      : {}),
  };
}
