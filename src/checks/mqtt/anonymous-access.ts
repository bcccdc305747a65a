import { isAccepted, wantsLogin } from '../../knowledge/mqtt-reason-codes.js';
import { defineCheck, fail, notApplicable, pass, passWith, saw, unknown } from '../check.js';
import { listenersFor, showListener, takesAnyone } from '../mqtt-listeners.js';

/** Before version 2 the default was the other way round, and the file does not name its version. */
const BY_DEFAULT = 80;

export default defineCheck({
  id: 'mqtt/anonymous-access',
  title: 'The MQTT broker turns away clients that bring no credentials',
  severity: 'high',
  subject: 'mqtt',
  requires: ['mqtt.anonymous-connect'],
  considers: ['mqtt.anonymous-connect-5'],
  files: {
    requires: ['mqtt.config'],
    evaluate({ 'mqtt.config': config }, { subject }) {
      const listeners = listenersFor(config, subject);
      if (listeners.length === 0) return notApplicable('its file has no listener for the network here');
      const open = listeners.filter((listener) => takesAnyone(listener) === true);
      if (open.length > 0) return fail('`allow_anonymous true` holds for a listener', ...open.map(showListener));
      if (config.unread.length > 0) return unknown(`a part of the file could not be read: ${config.unread[0]}`);
      const exhibits = listeners.map(showListener);
      if (listeners.every((listener) => takesAnyone(listener) === false)) return pass('every listener asks for credentials', ...exhibits);
      const garbled = listeners.find(({ allowAnonymous }) => allowAnonymous.unresolved !== undefined);
      if (garbled) return unknown(`${garbled.allowAnonymous.unresolved}: the broker would not start`, ...exhibits);
      return passWith({ confidence: BY_DEFAULT }, 'nothing allows it, which Mosquitto 2 and newer take for no', ...exhibits);
    },
  },
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
