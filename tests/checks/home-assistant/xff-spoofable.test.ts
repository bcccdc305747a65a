import check from '../../../src/checks/home-assistant/xff-spoofable.js';
import { forwarded } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';

testCheck(check, {
  fail: [
    { name: 'a local scanner is taken for remote', facts: { ...forwarded(200, 400, true, false), ...root() } },
    { name: 'a remote scanner is taken for local', facts: { ...forwarded(200, 400, false, true), ...root() } },
    { name: '2023.2, asked directly', facts: { ...forwarded(200, 400), ...root({ server: 'Python/3.10 aiohttp/3.8.1' }) } },
    { name: '0.70 stumbles over nonsense', facts: { ...forwarded(200, 500), ...root({ server: 'Python/3.6 aiohttp/3.1.3' }) } },
  ],
  pass: [
    { name: 'refused', facts: forwarded(400, 400) },
    { name: 'ignored', facts: forwarded(200, 200) },
    { name: 'a proxy that adds our address', facts: { ...forwarded(200, 400, true, true), ...root({ server: 'nginx' }) } },
  ],
  unknown: [
    { name: 'a proxy, and a release that does not say how it sees us', facts: { ...forwarded(200, 400), ...root({ server: 'nginx' }) } },
    { name: 'no change and no trace of a proxy', facts: { ...forwarded(200, 400, true, true), ...root() } },
    { name: 'another answer', facts: forwarded(502, 502) },
  ],
});
