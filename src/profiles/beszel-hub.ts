import { valueOf } from '../model/observation.js';
import { defineProfile, mark } from './profile.js';

export default defineProfile({
  kind: 'beszel-hub',
  system: 'beszel',
  title: 'Beszel',
  over: ['http'],
  marks: [
    mark('http.final', ({ title }) => title === 'Beszel', 30),
    mark('http.final', ({ bodyExcerpt }) => /\bBESZEL\s*=\s*\{/.test(bodyExcerpt), 20),
    mark('http.final', ({ title, bodyExcerpt }) => title === 'Beszel' && bodyExcerpt.includes('/static/manifest.json'), 20),
    mark('beszel-hub.page', ({ isHub }) => isHub, 60),
    mark('beszel-hub.first-run', () => true, 70),
  ],
  version: (evidence) => valueOf(evidence['beszel-hub.page'])?.version || valueOf(evidence['beszel-hub.anonymous-info'])?.version || '',
  ports: {
    22: { role: 'ssh', expected: true },
    80: { role: 'hub', expected: true },
    443: { role: 'hub', expected: true },
    8090: { role: 'hub', expected: true },
  },
  references: ['https://beszel.dev/guide/security'],
});
