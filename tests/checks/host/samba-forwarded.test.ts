import type { Subject } from '../../../src/model.js';
import check from '../../../src/checks/host/samba-forwarded.js';
import { testCheck } from '../../support/test-check.js';

const port = (number: number, kind: Subject['kind'] = 'port'): Subject => ({
  kind,
  port: number,
  target: { name: 'box.example', address: '203.0.113.7' },
  evidence: {},
});

testCheck(check, {
  fail: [
    {
      name: '445 on a public address',
      facts: {},
      context: { exposure: 'public', neighbours: [port(443), port(445)] },
      because: 'port 445',
    },
    { name: 'SMB on another port', facts: {}, context: { exposure: 'public', neighbours: [port(4455), port(4455, 'smb')] } },
  ],
  pass: [{ name: 'nothing of the kind is open', facts: {}, context: { exposure: 'public', neighbours: [port(443)] } }],
  'not-applicable': [
    {
      name: 'a private address',
      facts: {},
      context: { exposure: 'private', neighbours: [port(445)] },
      because: 'cannot be seen from inside',
    },
  ],
});
