import { valueOf } from '../../model/observation.js';
import { ACCOUNTS_SINCE, isBefore, parseCoreVersion } from '../../knowledge/home-assistant.js';
import { defineCheck, fail, failWith, notApplicable, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/legacy-no-password',
  title: 'Nobody gets in without logging in',
  severity: 'critical',
  subject: 'home-assistant',
  considers: ['home-assistant.websocket-hello', 'home-assistant.providers', 'home-assistant.discovery', 'home-assistant.api'],
  files: {
    requires: ['home-assistant.config-http'],
    evaluate({ 'home-assistant.config-http': { version, apiPassword } }) {
      const release = parseCoreVersion(version);
      if (!release || !isBefore(release, ACCOUNTS_SINCE)) return notApplicable('releases with user accounts always ask for a login');
      const exhibit = saw('home-assistant.config-http', `api_password is ${apiPassword.set ? '' : 'not '}set`, apiPassword.place);
      return apiPassword.set ? pass('a password is set', exhibit) : fail('it lets everybody in without a password', exhibit);
    },
  },
  rationale: 'Releases before user accounts (0.77) take every request when `api_password` is missing: whoever connects controls the house.',
  remediation:
    'Update Home Assistant Core to a current release, which has user accounts. Until then set `api_password` under `http:` in configuration.yaml.',
  references: ['https://www.home-assistant.io/docs/authentication/'],
  mapping: { cwe: [306], checklist: ['ha-2018/api-password'] },

  evaluate(_facts, _context, considered) {
    const hello = valueOf(considered['home-assistant.websocket-hello']);
    if (!hello) {
      const types = valueOf(considered['home-assistant.providers'])?.types ?? [];
      if (types.length === 0) return unknown('neither its first WebSocket frame nor its login methods were seen');
      return pass('it has user accounts', saw('home-assistant.providers', `login methods: ${types.join(', ')}`));
    }
    const exhibit = saw('home-assistant.websocket-hello', `first frame ${hello.type}`);
    if (hello.type === 'auth_required') return pass('it asks for a login before anything else', exhibit);
    if (hello.type !== 'auth_ok') return unknown(`its first frame is "${hello.type}"`, exhibit);
    const password = valueOf(considered['home-assistant.discovery'])?.requiresPassword;
    const declared = saw('home-assistant.discovery', `requires_api_password ${password}`);
    if (password === true) return pass('it has a password; this address is let in as a trusted network', exhibit, declared);
    const api = valueOf(considered['home-assistant.api']);
    if (api?.status === 200) {
      const opened = saw('home-assistant.api', 'status 200 on /api/ without a token');
      return fail('it lets everybody in without a password', exhibit, ...(password === false ? [declared] : []), opened);
    }
    const confidence = password === false ? 95 : 70;
    return failWith({ confidence }, 'it opens the WebSocket API without a login', exhibit, ...(password === false ? [declared] : []));
  },
});
