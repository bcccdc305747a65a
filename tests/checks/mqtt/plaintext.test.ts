import check from '../../../src/checks/mqtt/plaintext.js';
import { listenerOf } from '../../support/mqtt-config.js';
import { testCheck, testFiles } from '../../support/test-check.js';

const tcp = { 'mqtt.transport': { kind: 'tcp', path: '' } } as const;
const webSocket = { 'mqtt.transport': { kind: 'websocket', path: '/mqtt' } } as const;

testCheck(check, {
  fail: [
    { name: 'plain TCP in the house', facts: tcp, because: 'TCP' },
    { name: 'plain WebSocket on a public address', facts: webSocket, context: { exposure: 'public' }, because: 'WebSocket' },
  ],
  pass: [
    { name: 'TLS', facts: tcp, subject: { tls: true } },
    { name: 'WebSocket inside TLS', facts: webSocket, subject: { tls: true } },
    { name: 'TLS on loopback', facts: tcp, subject: { tls: true }, context: { exposure: 'loopback' } },
  ],
  'not-applicable': [{ name: 'loopback', facts: tcp, context: { exposure: 'loopback' } }],
});

const config = (...listeners: Parameters<typeof listenerOf>[0][]) => ({
  'mqtt.config': { listeners: listeners.map(listenerOf), localOnly: false, unread: [] },
});

testFiles(check, {
  pass: [{ name: 'TLS, and plain on loopback alone', facts: config({ port: 8883, encrypted: true }, { address: '127.0.0.1' }) }],
  fail: [{ name: 'one plain', facts: config({ port: 8883, encrypted: true }, {}) }],
  'not-applicable': [{ name: 'no listener for the network', facts: config({ address: 'localhost' }) }],
});
