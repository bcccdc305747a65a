import type { Facts } from '../../../src/model.js';
import check from '../../../src/checks/home-assistant/observer-unhealthy.js';
import { testCheck } from '../../support/test-check.js';

const page = (over: Partial<Facts['home-assistant-observer.page']> = {}) => ({
  'home-assistant-observer.page': { supervisor: 'connected' as const, unsupported: [], unhealthy: [], logShown: false, ...over },
});

testCheck(check, {
  fail: [
    { name: 'unhealthy', facts: page({ unhealthy: ['docker'] }), because: 'unhealthy/docker' },
    { name: 'unsupported', facts: page({ unsupported: ['os'] }), because: 'unsupported/os' },
  ],
  pass: [{ name: 'healthy and supported', facts: page() }],
  unknown: [{ name: 'the Supervisor is down', facts: page({ supervisor: 'disconnected' }) }],
});
