import { isAccepted, wantsLogin } from '../../knowledge/mqtt-reason-codes.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'mqtt/version-disclosed',
  title: 'The MQTT broker keeps its version to clients that log in',
  severity: 'info',
  subject: 'mqtt',
  requires: ['mqtt.anonymous-connect'],
  considers: ['mqtt.broker', 'mqtt.anonymous-subscribe'],
  rationale: 'A version tells a stranger which known faults to try first.',
  remediation: 'In mosquitto.conf set `allow_anonymous false`, or deny `$SYS/#` to clients without a user name in the `acl_file`.',
  references: ['https://mosquitto.org/man/mosquitto-8.html'],
  mapping: { cwe: [200] },

  evaluate({ 'mqtt.anonymous-connect': { returnCode } }, _context, considered) {
    const { 'mqtt.broker': broker, 'mqtt.anonymous-subscribe': subscription } = considered;
    const session = saw('mqtt.anonymous-connect', `CONNACK return code ${returnCode}`);
    if (wantsLogin(returnCode)) return pass('it opened no session without credentials', session);
    if (!isAccepted(returnCode)) return unknown(`it refused for another reason (return code ${returnCode})`, session);
    if (broker?.ok) return fail('it told its version to a client without a user name', saw('mqtt.broker', broker.value.version));
    if (!subscription?.ok) return unknown('the subscription could not be seen');
    return pass('it did not deliver `$SYS/broker/version`', saw('mqtt.anonymous-subscribe', 'no version among the messages delivered'));
  },
});
