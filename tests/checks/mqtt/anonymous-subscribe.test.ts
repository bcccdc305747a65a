import check from '../../../src/checks/mqtt/anonymous-subscribe.js';
import { listenerOf } from '../../support/mqtt-config.js';
import { testCheck, testFiles } from '../../support/test-check.js';

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

const config = (listener: Parameters<typeof listenerOf>[0]) => ({
  'mqtt.config': { listeners: [listenerOf(listener)], localOnly: false, unread: [] },
});

testFiles(check, {
  pass: [{ name: 'logins only', facts: config({ allowAnonymous: { value: false } }) }],
  fail: [{ name: 'everybody, everything', facts: config({ allowAnonymous: { value: true } }) }],
  unknown: [{ name: 'an access list decides', facts: config({ allowAnonymous: { value: true }, accessList: { file: 'x' } }) }],
  'not-applicable': [{ name: 'no listener for the network', facts: config({ address: '::1' }) }],
});
