import check from '../../../src/checks/mqtt/anonymous-access.js';
import { listenerOf } from '../../support/mqtt-config.js';
import { testCheck, testFiles } from '../../support/test-check.js';

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

const config = (...listeners: Parameters<typeof listenerOf>[0][]) => ({
  'mqtt.config': { listeners: listeners.map(listenerOf), localOnly: false, unread: [] },
});
const yes = { value: true, place: { file: 'mosquitto.conf', line: 7 } };
const no = { value: false };

testFiles(check, {
  pass: [
    { name: 'said in words', facts: config({ allowAnonymous: no }) },
    { name: 'a password file', facts: config({ logins: [{ kind: 'password file', place: { file: 'x' } }] }) },
    { name: 'the default of version 2', facts: config({}), because: 'Mosquitto 2' },
    { name: 'open on loopback alone', facts: config({ allowAnonymous: no }, { port: 1, address: '127.0.0.1', allowAnonymous: yes }) },
    {
      name: 'the listener of this port, not the other',
      facts: config({ allowAnonymous: no }, { port: 1884, allowAnonymous: yes }),
      subject: { port: 1883 },
    },
  ],
  fail: [{ name: 'one of two', facts: config({ allowAnonymous: no }, { port: 1884, allowAnonymous: yes }) }],
  unknown: [
    {
      name: 'an include that is not here',
      facts: { 'mqtt.config': { ...config({ allowAnonymous: no })['mqtt.config'], unread: ['conf.d'] } },
    },
    {
      name: 'a word that the broker refuses',
      facts: config({ allowAnonymous: { value: null, unresolved: 'allow_anonymous is neither true nor false' } }),
    },
  ],
  'not-applicable': [{ name: 'no listener for the network', facts: config({ address: 'localhost' }) }],
});
