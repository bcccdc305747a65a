import check from '../../../src/checks/mqtt/anonymous-access.js';
import { testCheck } from '../../support/test-check.js';

const connack = (returnCode: number) => ({
  'mqtt.anonymous-connect': { protocolVersion: 4, returnCode, reason: '' },
});

testCheck(check, {
  fail: [{ name: 'the broker accepts everyone', facts: connack(0) }],
  pass: [
    { name: 'Mosquitto with a password file', facts: connack(5) },
    { name: 'a broker that says bad user name or password', facts: connack(4) },
  ],
  unknown: [{ name: 'the broker does not like the client id', facts: connack(2) }],
});
