import type { Facts } from '../../../src/model.js';
import check from '../../../src/checks/home-assistant/observer-log-leak.js';
import { testCheck } from '../../support/test-check.js';

const page = (over: Partial<Facts['home-assistant-observer.page']> = {}) => ({
  'home-assistant-observer.page': { supervisor: 'connected' as const, unsupported: [], unhealthy: [], logShown: false, ...over },
});

testCheck(check, {
  fail: [{ name: 'the Supervisor is down', facts: page({ supervisor: 'disconnected', logShown: true }) }],
  pass: [{ name: 'the Supervisor is up', facts: page() }],
});
