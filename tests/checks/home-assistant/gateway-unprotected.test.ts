import type { Facts } from '../../../src/model.js';
import check from '../../../src/checks/home-assistant/gateway-unprotected.js';
import { testCheck } from '../../support/test-check.js';

const page = (over: Partial<Facts['home-assistant-observer.page']> = {}) => ({
  'home-assistant-observer.page': { supervisor: 'connected' as const, unsupported: [], unhealthy: [], logShown: false, ...over },
});

testCheck(check, {
  fail: [{ name: 'the Supervisor says so', facts: page({ unhealthy: ['docker', 'docker_gateway_unprotected'] }) }],
  pass: [{ name: 'another reason', facts: page({ unhealthy: ['docker'] }) }],
  unknown: [{ name: 'the Supervisor is down', facts: page({ supervisor: 'disconnected' }) }],
});
