import check from '../../../src/checks/containerssh/detected.js';
import { metrics } from '../../support/containerssh-facts.js';
import { banner } from '../../support/ssh-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'by its identification', facts: banner('SSH-2.0-ContainerSSH') },
    { name: 'by its metrics', facts: metrics() },
  ],
  pass: [{ name: 'another identification was set', facts: banner('SSH-2.0-OpenSSH_9.6p1 Debian-3') }],
});
