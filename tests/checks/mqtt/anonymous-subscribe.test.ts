import check from '../../../src/checks/mqtt/anonymous-subscribe.js';
import { testCheck } from '../../support/test-check.js';

const connack = (returnCode: number) => ({ 'mqtt.anonymous-connect': { protocolVersion: 4, returnCode, reason: '' } });
const heard = (granted: boolean, received: number, userMessages: number) => ({
  ...connack(0),
  'mqtt.anonymous-subscribe': { granted, received, userMessages },
});

testCheck(check, {
  fail: [
    { name: 'sensors are delivered', facts: heard(true, 5, 4) },
    { name: 'an empty bus: only its own topics', facts: heard(true, 1, 0), because: 'own `$SYS` topics' },
    { name: 'delivered although the SUBACK refused', facts: heard(false, 1, 1) },
  ],
  pass: [
    { name: 'no session', facts: connack(5) },
    { name: 'a session, but `#` is refused', facts: heard(false, 0, 0) },
    { name: 'only the version may be read', facts: heard(false, 1, 0) },
    {
      name: 'an access list keeps what the broker counts',
      facts: { ...connack(0), 'mqtt.anonymous-subscribe': { granted: true, received: 1, userMessages: 0, withheld: 7 } },
      because: '7 retained messages',
    },
  ],
  unknown: [
    { name: 'the broker is busy', facts: connack(3) },
    { name: 'granted and nothing delivered', facts: heard(true, 0, 0), because: 'delivered nothing' },
    { name: 'the subscription was not seen', facts: connack(0) },
  ],
});
