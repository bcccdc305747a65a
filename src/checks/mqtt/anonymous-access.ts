import { defineCheck, fail, pass, saw, unknown } from '../check.js';

// CONNACK return codes: MQTT 3.1.1, section 3.2.2.3.
const ACCEPTED = 0;
const BAD_CREDENTIALS = 4;
const NOT_AUTHORISED = 5;

export default defineCheck({
  id: 'mqtt/anonymous-access',
  title: 'The MQTT broker turns away clients that bring no credentials',
  severity: 'high',
  subject: 'mqtt',
  requires: ['mqtt.anonymous-connect'],
  rationale: 'Whoever can connect can read every sensor and press every switch that shares the bus.',
  remediation: {
    default: 'In mosquitto.conf set `allow_anonymous false` and name a `password_file`; give each client a login of its own.',
    'home-assistant':
      'In the Mosquitto broker add-on (app) options add an entry under `logins:` for each client and remove `anonymous: true`; elsewhere set `allow_anonymous false` in mosquitto.conf.',
  },
  references: ['https://mosquitto.org/documentation/authentication-methods/'],
  mapping: { cwe: [306], checklist: ['ha-2018/mqtt-logins'] },

  evaluate({ 'mqtt.anonymous-connect': { returnCode } }) {
    const exhibit = saw('mqtt.anonymous-connect', `CONNACK return code ${returnCode}`);
    switch (returnCode) {
      case ACCEPTED:
        return fail('it opened a session for a client without a user name', exhibit);
      case BAD_CREDENTIALS:
      case NOT_AUTHORISED:
        return pass('it refused a client without a user name', exhibit);
      default:
        // Codes 1 to 3 refuse the protocol, the client id or everyone: they say nothing about logins.
        return unknown(`it refused for another reason (return code ${returnCode})`);
    }
  },
});
