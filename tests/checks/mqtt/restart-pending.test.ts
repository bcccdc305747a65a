import check from '../../../src/checks/mqtt/restart-pending.js';
import { listenerOf } from '../../support/mqtt-config.js';
import { testCheck } from '../../support/test-check.js';

const config = (allowAnonymous: { value: boolean | null }) => ({
  'mqtt.config': { listeners: [listenerOf({ allowAnonymous })], localOnly: false, unread: [] },
});
const wire = (returnCode: number) => ({ 'mqtt.anonymous-connect': { protocolVersion: 4, returnCode, reason: '' } });
const on = { port: 1883 };

testCheck(check, {
  fail: [
    {
      name: 'the file asks for logins, the broker does not',
      facts: { ...config({ value: false }), ...wire(0) },
      subject: on,
      because: 'the wire: it opened a session',
    },
    { name: 'the other way round', facts: { ...config({ value: true }), ...wire(5) }, subject: on },
  ],
  pass: [{ name: 'both ask for logins', facts: { ...config({ value: false }), ...wire(5) }, subject: on }],
  'not-applicable': [
    { name: 'files alone', facts: config({ value: false }), subject: { port: undefined } },
    { name: 'the listener is another', facts: { ...config({ value: false }), ...wire(0) }, subject: { port: 9 } },
  ],
});
