import { generationOfSocket, generationOfTitle } from '../knowledge/webssh.js';
import { defineProfile, mark } from './profile.js';

/** Any application with Flask-Login sends visitors there: enough for a question, not for a name. */
const SENT_TO_LOGIN = /^(?:https?:\/\/[^/]+)?(?:\/[^?]*)?\/login\?next=%2F/;

export default defineProfile({
  kind: 'webssh',
  system: 'webssh',
  title: 'WebSSH',
  over: ['http'],
  marks: [
    mark('http.root', ({ status, location }) => status === 302 && SENT_TO_LOGIN.test(location), 20),
    mark('http.final', ({ title }) => generationOfTitle(title) !== undefined, 40),
    // Where a proxy or a translation has changed the title.
    mark('http.final', ({ bodyExcerpt }) => /data-i18n="app\.title">Web SSH Terminal<|alt="WebSSH"/.test(bodyExcerpt), 20),
    mark('webssh.session', ({ signed }) => signed, 20),
    mark('webssh.socket', (open) => generationOfSocket(open) !== undefined, 40),
  ],
  ports: { 5000: { role: 'web-ssh', expected: true }, 80: { role: 'frontend', expected: true }, 443: { role: 'frontend', expected: true } },
  references: ['https://github.com/bifrost0x/webssh', 'https://github.com/minhtuancn/webssh/security/policy'],
});
