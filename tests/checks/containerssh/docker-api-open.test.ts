import check from '../../../src/checks/containerssh/docker-api-open.js';
import type { Facts } from '../../../src/model.js';
import { testCheck } from '../../support/test-check.js';

const docker = (state: Facts['containerssh.docker-api']['state'], version = '') => ({
  'containerssh.docker-api': { port: 2375, state, version },
});

testCheck(check, {
  fail: [{ name: 'open', facts: docker('open', '1.47') }],
  pass: [{ name: 'client certificate', facts: docker('guarded') }],
  'not-applicable': [{ name: 'closed', facts: docker('closed') }],
});
