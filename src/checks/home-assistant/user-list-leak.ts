import { type CoreVersion, isBefore, parseCoreVersion } from '../../knowledge/home-assistant.js';
import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, failWith, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/user-list-leak',
  title: 'Login names are not shown before the login',
  severity: 'medium',
  subject: 'home-assistant',
  requires: ['home-assistant.providers'],
  considers: ['home-assistant.websocket-hello'],
  files: {
    requires: ['home-assistant.config-version'],
    evaluate({ 'home-assistant.config-version': { version, place } }) {
      const said = saw('home-assistant.config-version', `version ${version}`, place);
      const release = parseCoreVersion(version);
      if (!release) return unknown(`its version "${version}" is not one we know`, said);
      if (listsAccounts(release)) return failWith({ confidence: 80 }, `version ${version} lists accounts to the local network`, said);
      return pass(`version ${version} does not list accounts`, said);
    },
  },
  rationale: 'Releases 2023.12.0 to 2023.12.2 list every active account to whoever asks from the local network (CVE-2023-50715).',
  remediation: 'Update Home Assistant Core to 2023.12.3 or later.',
  references: ['https://www.cve.org/CVERecord?id=CVE-2023-50715'],
  mapping: { cwe: [200, 359] },

  evaluate({ 'home-assistant.providers': { status, namedUsers, local } }, _context, { 'home-assistant.websocket-hello': hello }) {
    const shown = saw('home-assistant.providers', `status ${status}, ${namedUsers || 'no'} users named`);
    if (namedUsers > 0) return fail('it lists accounts before any login', shown);
    if (local !== null) return pass('no account is named', shown);
    const text = valueOf(hello)?.version ?? '';
    const version = parseCoreVersion(text);
    if (!version) return unknown('its version is not known, and only local addresses would see the list', shown);
    const said = saw('home-assistant.websocket-hello', `version ${text}`);
    // It shows them to local addresses only: not having seen them is no proof.
    if (listsAccounts(version)) return failWith({ confidence: 80 }, `version ${text} lists accounts to the local network`, said);
    return pass('no account is named', shown, said);
  },
});

const listsAccounts = (version: CoreVersion) => !isBefore(version, '2023.12.0') && isBefore(version, '2023.12.3');
