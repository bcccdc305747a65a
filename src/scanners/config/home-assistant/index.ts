import { defineFileScanner, observe } from '../../scanner.js';
import { findApps, readApps } from './apps.js';
import { readAuth } from './auth.js';
import { readFiles, readGo2rtc } from './files.js';
import { type Home, openHome } from './home.js';
import { readHttp, readIgnored, readRefused } from './http.js';
import { readSecrets } from './secrets.js';
import { readUrls } from './urls.js';
import { readOnboarding, readUsers } from './users.js';

/** The folder of Home Assistant: configuration.yaml with its includes, `.storage`, what lies beside them, and the Supervisor's list. */
export default defineFileScanner({
  kind: 'home-assistant',
  async read(folder) {
    const home = await openHome(folder);
    const apps = await findApps(folder);
    if (!home && !apps) return undefined;
    return {
      ...(home ? await readHome(home) : {}),
      ...(apps ? { 'home-assistant.config-apps': await observe(() => readApps(apps)) } : {}),
    };
  },
});

/** A fact is left out where its file was not given: whoever audits a repository has no `.storage`. */
async function readHome(home: Home) {
  const given = (name: string): boolean => home.folder.files.some(({ path }) => path === home.path(name));
  return {
    'home-assistant.config-http': await observe(() => readHttp(home)),
    'home-assistant.config-refused': await observe(() => readRefused(home)),
    'home-assistant.config-ignored': await observe(() => readIgnored(home)),
    'home-assistant.config-auth': await observe(() => readAuth(home)),
    'home-assistant.config-urls': await observe(() => readUrls(home)),
    'home-assistant.config-secrets': await observe(() => readSecrets(home)),
    'home-assistant.config-go2rtc': await observe(() => readGo2rtc(home)),
    ...(home.find('.HA_VERSION') ? { 'home-assistant.config-version': home.version } : {}),
    ...(home.folder.single ? {} : { 'home-assistant.config-files': await observe(() => readFiles(home)) }),
    ...(given('.storage/auth') ? { 'home-assistant.config-users': await observe(() => readUsers(home)) } : {}),
    ...(given('.storage/auth') || given('.storage/onboarding')
      ? { 'home-assistant.config-onboarding': await observe(() => readOnboarding(home)) }
      : {}),
  };
}
