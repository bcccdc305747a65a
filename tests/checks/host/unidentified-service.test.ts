import check from '../../../src/checks/host/unidentified-service.js';
import type { Evidence } from '../../../src/model.js';
import { ok } from '../../support/neighbouring.js';
import { testCheck } from '../../support/test-check.js';

const open = { 'port.state': { reason: 'syn-ack' } };
const silent: Evidence = {
  'port.state': ok({ reason: 'syn-ack' }),
  'port.first-bytes': { ok: false, failure: { kind: 'timeout', detail: 'no end within 1500 ms' } },
};

testCheck(check, {
  pass: [{ name: 'it was identified', facts: open }],
  unknown: [
    {
      name: 'it said something else',
      facts: { ...open, 'port.first-bytes': { text: '220 mail', bytes: 8, after: 'nothing' } },
      because: 'not known',
    },
    { name: 'it said nothing', facts: { ...open, 'port.first-bytes': { text: '', bytes: 0, after: 'GET /' } }, because: 'says nothing' },
    { name: 'it could not be asked', facts: open, subject: { evidence: silent }, because: 'timeout' },
  ],
});
