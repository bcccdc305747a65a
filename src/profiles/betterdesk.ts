import { valueOf } from '../model/observation.js';
import { defineProfile, mark } from './profile.js';

/** The server (Go). RustDesk's own is silent where this one opens with its key and echoes. */
export default defineProfile({
  kind: 'betterdesk',
  system: 'betterdesk',
  title: 'BetterDesk',
  over: ['http', 'rustdesk'],
  marks: [
    // Forks of RustDesk open with a key, too, but with a new one each time, and echo nothing.
    mark('rustdesk.key-exchange', () => true, 20),
    mark('rustdesk.key-exchange-again', ({ same }) => same, 30),
    mark('rustdesk.hello', ({ answers }) => answers.includes('HealthCheck'), 50),
    mark(
      'http.root',
      ({ status, bodyExcerpt }) => status === 401 && bodyExcerpt.startsWith('{"error":"Invalid or missing credentials"}'),
      20,
    ),
    mark('http.root', ({ status, bodyExcerpt }) => status === 403 && bodyExcerpt.startsWith('{"error":"HTTPS required"}'), 20),
    mark('betterdesk.health', () => true, 50),
    mark('betterdesk.metrics', ({ ours }) => ours, 30),
    mark('betterdesk.public-key', () => true, 20),
  ],
  // `dev` is what a build without a release number says of itself.
  version: (evidence) => (valueOf(evidence['betterdesk.health'])?.version ?? '').replace(/^dev$/, ''),
  identity: (evidence) => valueOf(evidence['betterdesk.public-key'])?.key ?? '',
  ports: {
    21114: { role: 'api', expected: false },
    21115: { role: 'nat-test', expected: true },
    21116: { role: 'signal', expected: true },
    21117: { role: 'relay', expected: true },
    21118: { role: 'signal-websocket', expected: true },
    21119: { role: 'relay-websocket', expected: true },
    21122: { role: 'cdap', expected: false },
  },
  references: ['https://github.com/UNITRONIX/BetterDesk', 'https://rustdesk.com/docs/en/self-host/'],
});
