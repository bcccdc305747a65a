import { healthIn, isBare404, isDefaultOffer, isPageless, OAUTH2_TITLE } from '../knowledge/containerssh.js';
import { defineProfile, mark } from './profile.js';

export default defineProfile({
  kind: 'containerssh',
  system: 'containerssh',
  title: 'ContainerSSH',
  over: ['ssh', 'http'],
  marks: [
    // Anyone can set a banner (`ssh.serverVersion`), so it is not the whole proof, and its absence is none.
    mark('ssh.banner', ({ software }) => software === 'ContainerSSH', 60),
    mark('ssh.algorithms', isDefaultOffer, 55),
    mark('http.root', (root) => healthIn(root, root.bodyExcerpt) !== undefined, 30),
    // Many a small service says "ok" to everything; that the quotes go where a browser asks is its own habit, in every release.
    mark('containerssh.health', ({ negotiates }) => negotiates, 30),
    mark('http.root', ({ title }) => title === OAUTH2_TITLE, 70),
    // Enough for a question, never for a name.
    mark('http.root', (root) => isBare404(root) || isPageless(root), 20),
    mark('containerssh.metrics', ({ names }) => names.length > 0, 80),
    mark('containerssh.auth-webhook', () => true, 60),
    mark('containerssh.served-config', ({ config }) => config, 60),
  ],
  ports: {
    2222: { role: 'ssh', expected: true },
    7000: { role: 'health', expected: false },
    9100: { role: 'metrics', expected: false },
  },
  references: ['https://containerssh.io/reference/'],
});
