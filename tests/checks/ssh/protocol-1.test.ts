import check from '../../../src/checks/ssh/protocol-1.js';
import { algorithms, banner } from '../../support/ssh-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  pass: [{ name: 'version 2', facts: { ...banner('SSH-2.0-OpenSSH_9.2p1'), ...algorithms() } }],
  unknown: [{ name: 'a greeting and nothing more', facts: banner('SSH-2.0-OpenSSH_9.2p1') }],
  fail: [
    { name: 'version 1', facts: banner('SSH-1.5-Cisco-1.25'), because: 'speaks protocol 1' },
    { name: 'both', facts: banner('SSH-1.99-OpenSSH_3.4p1'), because: 'beside 2' },
  ],
});
