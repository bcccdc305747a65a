import { banner } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/agent-known-vulnerable.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'before the fix', facts: banner('SSH-2.0-beszel_0.18.3'), because: 'CVE-2026-27734' },
    { name: 'numbers are compared as numbers', facts: banner('SSH-2.0-beszel_0.9.10'), because: 'CVE-2026-27734' },
  ],
  pass: [{ name: 'what the hub lacks is not the agent’s', facts: banner('SSH-2.0-beszel_0.18.8') }],
  unknown: [
    { name: 'no version', facts: banner('SSH-2.0-Go') },
    { name: 'not a version', facts: banner('SSH-2.0-beszel_dev') },
  ],
});
