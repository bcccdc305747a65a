import { ProbeError } from '../../../errors.js';
import { defineFileScanner, observe } from '../../scanner.js';
import { readAuth } from './auth.js';
import { openHome } from './home.js';
import { readHttp, readIgnored, refusalsOf } from './http.js';
import { readUrls } from './urls.js';

/** The folder of Home Assistant: configuration.yaml with its includes, `.storage`, and what lies beside them. */
export default defineFileScanner({
  kind: 'home-assistant',
  async read(folder) {
    const home = await openHome(folder);
    if (!home) return undefined;
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
    };
  },
});
