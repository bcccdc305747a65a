import check from '../../../src/checks/betterdesk/published-ports.js';
import { testCheck } from '../../support/test-check.js';

const published = (...ports: readonly [container: number, loopback: boolean][]) => ({
  'betterdesk.config-published': {
    ports: ports.map(([container, loopback]) => ({
      service: 'server',
      host: container,
      container,
      loopback,
      place: { file: 'compose.yml' },
    })),
  },
});

testCheck(check, {
  fail: [{ name: 'the API on every address', facts: published([21114, false], [5000, true]), because: '21114' }],
  pass: [
    { name: 'on loopback', facts: published([21114, true]) },
    { name: 'none of them', facts: published() },
  ],
});
