import check from '../../../src/checks/mqtt/anonymous-access.js';
import { testCheck } from '../../support/test-check.js';

const connack = (returnCode: number, protocolVersion = 4) => ({
  'mqtt.anonymous-connect': { protocolVersion, returnCode, reason: '' },
});
const connack5 = (returnCode: number) => ({
  'mqtt.anonymous-connect-5': { protocolVersion: 5, returnCode, reason: '' },
});

testCheck(check, {
  fail: [
    { name: 'the broker accepts everyone', facts: connack(0) },
    { name: 'a broker of MQTT 5 alone accepts everyone', facts: connack(0, 5) },
    { name: 'the login is asked for in 3.1.1 and not in 5', facts: { ...connack(5), ...connack5(0) } },
    {
      name: 'the door opens only now and then',
      facts: { 'mqtt.anonymous-connect': { protocolVersion: 4, returnCode: 0, reason: '', attempts: { made: 3, accepted: 1 } } },
      because: '1 of 3 attempts',
    },
  ],
  pass: [
    { name: 'Mosquitto with a password file', facts: { ...connack(5), ...connack5(0x87) } },
    { name: 'a broker that says bad user name or password', facts: connack(4) },
    { name: 'a broker of MQTT 5 alone', facts: connack(0x86, 5) },
    { name: 'a broker that knows no MQTT 5', facts: { ...connack(5), ...connack5(1) } },
  ],
  unknown: [
    { name: 'the broker does not like the client id', facts: connack(2) },
    { name: 'the broker is busy', facts: { ...connack(3), ...connack5(0x89) } },
    { name: 'the broker has banned us', facts: connack(0x8a, 5) },
  ],
});
