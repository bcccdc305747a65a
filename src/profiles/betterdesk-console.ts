import { valueOf } from '../model/observation.js';
import { defineProfile, mark } from './profile.js';

/** The web console (Node) and its client API. */
export default defineProfile({
  kind: 'betterdesk-console',
  system: 'betterdesk',
  title: 'BetterDesk',
  over: ['http'],
  marks: [
    mark('http.final', ({ title }) => /(^| - |\| )BetterDesk$/.test(title), 40),
    mark('http.cookies', (cookies) => cookies.some(({ name }) => name === '__csrf'), 20),
    mark('betterdesk-console.login-page', ({ ours }) => ours, 40),
    mark('betterdesk-console.client-api', ({ key }) => key !== '', 60),
  ],
  version: (evidence) => valueOf(evidence['betterdesk-console.login-page'])?.version ?? '',
  ports: {
    5000: { role: 'console', expected: false },
    5443: { role: 'console', expected: true },
    21121: { role: 'client-api', expected: true },
  },
  references: ['https://github.com/UNITRONIX/BetterDesk'],
});
