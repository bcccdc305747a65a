import { defineCheck, fail, failWith, notApplicable, pass, saw, unknown } from '../check.js';
import { switchedOn } from '../webssh-settings.js';
import { hidden, written } from '../written.js';

/** Register - Web SSH Terminal, or Create account · WebSSH. */
const REGISTRATION_TITLE = /^(?:Register|Create account)\b/;

export default defineCheck({
  id: 'webssh/registration-open',
  title: 'Strangers cannot create an account',
  severity: 'high',
  subject: 'webssh',
  requires: ['webssh.login', 'webssh.registration'],
  files: {
    requires: ['webssh.config'],
    evaluate({ 'webssh.config': { registrationEnabled } }) {
      const exhibit = written('webssh.config', 'REGISTRATION_ENABLED', registrationEnabled);
      const secret = hidden({ REGISTRATION_ENABLED: registrationEnabled });
      if (secret) return secret;
      if (registrationEnabled.value === null) return unknown('its default is open in the first generation, closed in 2.x');
      const state = switchedOn(registrationEnabled.value);
      if (state === 'off') return pass('registration is closed', exhibit);
      return failWith({ confidence: state === 'on' ? 100 : 80 }, 'registration is open', exhibit);
    },
  },
  rationale:
    'Every account may connect to each host and port that the gateway reaches: open registration is a door into the network behind it.',
  remediation:
    'Set `REGISTRATION_ENABLED=False` in the environment of the container, in exactly this spelling, and remove accounts you do not know.',
  references: ['https://github.com/bifrost0x/webssh'],
  mapping: { cwe: [862] },

  evaluate({ 'webssh.login': login, 'webssh.registration': { status, location, title, form } }) {
    if (/\/register(?:\?|$)/.test(login.location)) return notApplicable('nobody owns the instance yet: see webssh/unclaimed');
    const exhibit = saw('webssh.registration', `GET /register answered ${status}${location && ` to ${location}`}`);
    if (status === 200 && (form || REGISTRATION_TITLE.test(title))) return fail('the registration form is there for everybody', exhibit);
    if (status >= 300 && status <= 404) return pass('it shows no registration form', exhibit);
    return unknown('neither a form nor a refusal', exhibit);
  },
});
