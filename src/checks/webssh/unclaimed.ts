import { generationOfTitle } from '../../knowledge/webssh.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'webssh/unclaimed',
  title: 'The instance has an owner',
  severity: 'critical',
  subject: 'webssh',
  requires: ['webssh.login'],
  rationale: 'The first account of a fresh 2.x instance becomes its administrator, whoever makes it.',
  remediation:
    'Create the administrator now; or set `BOOTSTRAP_REGISTRATION_ENABLED=false` in docker-compose.yml and create the account on the command line.',
  references: ['https://github.com/bifrost0x/webssh'],
  mapping: { cwe: [1188] },

  evaluate({ 'webssh.login': { status, path, location, title, form } }) {
    const exhibit = saw('webssh.login', `GET ${path} answered ${status}${location && ` to ${location}`}`);
    if (status === 302 && /\/register(?:\?|$)/.test(location)) return fail('it sends visitors to create the first account', exhibit);
    if (status === 200 && (form || generationOfTitle(title))) return pass('it asks for a login', exhibit);
    return unknown('neither a login form nor the way to the first account', exhibit);
  },
});
