import check from '../../../src/checks/containerssh/cfg-k8s-plain.js';
import { kubernetesOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

const api = (host: string | null, ...certificates: string[]) => kubernetesOf({ host: { value: host }, certificates });

testCheck(check, {
  fail: [
    { name: 'http', facts: api('http://192.0.2.30:6443', 'cacert') },
    { name: 'neither scheme nor CA', facts: api('192.0.2.30:6443') },
  ],
  pass: [
    { name: 'https', facts: api('https://192.0.2.30:6443') },
    { name: 'a CA', facts: api('192.0.2.30:6443', 'cacert') },
  ],
  unknown: [{ name: 'no text', facts: kubernetesOf({ host: { value: null, unresolved: 'it is no text' } }) }],
  'not-applicable': [
    { name: 'inside the cluster', facts: api(null) },
    { name: 'another backend', facts: kubernetesOf({ used: false }) },
  ],
});
