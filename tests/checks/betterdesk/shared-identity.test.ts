import check from '../../../src/checks/betterdesk/shared-identity.js';
import type { Subject } from '../../../src/model.js';
import { testCheck } from '../../support/test-check.js';

const opened = (publicKey: string) => ({ 'rustdesk.key-exchange': { signature: 'c2ln', publicKey, plainAnswered: true } });
const other = (publicKey: string): Subject => ({
  kind: 'betterdesk',
  target: { name: 'clone.lan', address: '192.168.0.9' },
  evidence: { 'rustdesk.key-exchange': { ok: true, value: opened(publicKey)['rustdesk.key-exchange'] } },
});
const silent: Subject = { ...other(''), evidence: {} };

testCheck(check, {
  fail: [
    {
      name: 'another host opens with the same key',
      facts: opened('a2V5'),
      context: { elsewhere: () => [other('b3RoZXI='), other('a2V5')] },
      because: 'the same key is on clone.lan',
    },
  ],
  pass: [{ name: 'the others have other keys', facts: opened('a2V5'), context: { elsewhere: () => [other('b3RoZXI='), silent] } }],
  'not-applicable': [
    { name: 'there is no other', facts: opened('a2V5') },
    { name: 'the other has no signal port', facts: opened('a2V5'), context: { elsewhere: () => [silent] } },
  ],
});
