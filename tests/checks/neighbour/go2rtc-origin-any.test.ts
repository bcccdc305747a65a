import check from '../../../src/checks/neighbour/go2rtc-origin-any.js';
import { testCheck } from '../../support/test-check.js';

const origin = (allowedOrigin: string) => ({
  'neighbour.go2rtc': { door: 'open' as const, version: '1.9.14', saw: 'GET /api answered 200', allowedOrigin },
});

testCheck(check, {
  fail: [{ name: 'api.origin is *', facts: origin('*') }],
  pass: [{ name: 'as shipped', facts: origin('') }],
});
