import { isAccepted, wantsLogin } from '../../knowledge/mqtt-reason-codes.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'mqtt/anonymous-access',
  title: 'The MQTT broker turns away clients that bring no credentials',
  severity: 'high',
  subject: 'mqtt',
  requires: ['mqtt.anonymous-connect'],
  considers: ['mqtt.anonymous-connect-5'],
  rationale: 'Whoever can connect can read every sensor and press every switch that shares the bus.',
  remediation: {
    default:
      'In mosquitto.conf set `allow_anonymous false` and name a `password_file`; give each client a login of its own. With `per_listener_settings true` do so for every `listener`.',
    'home-assistant':
      'The Mosquitto broker add-on (app) knows no anonymous login since version 6: update it, add an entry under `logins:` for each client, and look for `allow_anonymous true` in the files under /share/mosquitto if `customize: active` is set. In older versions remove `anonymous: true` from its options. Another broker: `allow_anonymous false` in mosquitto.conf.',
  },
  references: [
    'https://mosquitto.org/documentation/authentication-methods/',
    'https://github.com/home-assistant/addons/blob/master/mosquitto/DOCS.md',
  ],
  mapping: { cwe: [306], checklist: ['ha-2018/mqtt-logins'] },

  evaluate({ 'mqtt.anonymous-connect': first }, _context, { 'mqtt.anonymous-connect-5': second }) {
    const answers = second?.ok ? [first, second.value] : [first];
    const exhibits = answers.map(({ protocolVersion, returnCode, reason }, index) =>
      saw(
        index ? 'mqtt.anonymous-connect-5' : 'mqtt.anonymous-connect',
        `protocol level ${protocolVersion}: CONNACK return code ${returnCode}${reason ? ` (${reason})` : ''}`,
      ),
    );
    if (answers.some(({ returnCode }) => isAccepted(returnCode))) {
      const { made = 1, accepted = made } = first.attempts ?? {};
      const how = accepted > 0 && accepted < made ? ` (${accepted} of ${made} attempts)` : '';
      return fail(`it opened a session for a client without a user name${how}`, ...exhibits);
    }
    if (answers.some(({ returnCode }) => wantsLogin(returnCode))) {
      return pass('it refused a client without a user name', ...exhibits);
    }
    // Every other code refuses the protocol, the client id, or everyone: it says nothing about logins.
    return unknown(`it refused for another reason (return code ${first.returnCode})`, ...exhibits);
  },
});
