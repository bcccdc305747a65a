import check from '../../../src/checks/mqtt/version-disclosed.js';
import { testCheck } from '../../support/test-check.js';

const connack = (returnCode: number) => ({ 'mqtt.anonymous-connect': { protocolVersion: 4, returnCode, reason: '' } });

testCheck(check, {
  fail: [{ name: 'Mosquitto says 2.0.18', facts: { ...connack(0), 'mqtt.broker': { version: 'mosquitto version 2.0.18' } } }],
  pass: [
    { name: 'no session', facts: connack(5) },
    { name: 'nothing delivered', facts: { ...connack(0), 'mqtt.anonymous-subscribe': { granted: true, received: 0 } } },
  ],
  unknown: [
    { name: 'the broker is busy', facts: connack(3) },
    { name: 'the subscription was not seen', facts: connack(0) },
  ],
});
