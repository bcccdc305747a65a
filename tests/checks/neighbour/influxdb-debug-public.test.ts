import check from '../../../src/checks/neighbour/influxdb-debug-public.js';
import { testCheck } from '../../support/test-check.js';

const debug = (debugStatus: number) => ({
  'neighbour.influxdb': { door: 'login' as const, version: '1.6.7', saw: 'GET /query answered 401', debugStatus },
});

testCheck(check, {
  fail: [{ name: 'as shipped, with auth', facts: debug(200) }],
  pass: [{ name: 'pprof-enabled = false', facts: debug(404) }],
});
