import check from '../../../src/checks/containerssh/cfg-k8s-escape.js';
import { kubernetesOf, placed } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'the node’s folders', facts: kubernetesOf({ escapes: [placed('hostPath: /')] }), because: 'hostPath' }],
  pass: [{ name: 'nothing', facts: kubernetesOf() }],
  'not-applicable': [{ name: 'another backend', facts: kubernetesOf({ used: false }) }],
});
