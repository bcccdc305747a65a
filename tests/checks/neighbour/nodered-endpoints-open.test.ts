import check from '../../../src/checks/neighbour/nodered-endpoints-open.js';
import { testCheck } from '../../support/test-check.js';

const invented = (unknownPathStatus: number) => ({
  'neighbour.node-red': { door: 'login' as const, version: '', saw: 'GET /auth/login asks for a login', unknownPathStatus },
});

testCheck(check, {
  fail: [{ name: 'adminAuth alone', facts: invented(404) }],
  pass: [{ name: 'httpNodeAuth', facts: invented(401) }],
});
