import { isBan } from '../knowledge/home-assistant.js';
import { valueOf } from '../model/observation.js';
import { defineProfile, mark } from './profile.js';

const TITLE = 'Home Assistant';
const DOCUMENTATION = 'https://developers.home-assistant.io/';

export default defineProfile({
  kind: 'home-assistant',
  system: 'home-assistant',
  title: TITLE,
  over: ['http'],
  marks: [
    // Alone the title is weak: kiosks, the demo and look-alikes carry it, too.
    mark('http.final', ({ title }) => title === TITLE, 20),
    mark('http.root', ({ location }) => location === '/onboarding.html', 20),
    mark('http.manifest', ({ name }) => name === TITLE, 40),
    mark('home-assistant.websocket-hello', ({ type, version }) => type.startsWith('auth_') && version !== '', 60),
    mark('home-assistant.providers', ({ types, code }) => types.includes('homeassistant') || code === 'onboarding_required', 40),
    mark('home-assistant.onboarding', ({ steps }) => steps.some(({ step }) => step === 'user'), 40),
    mark('home-assistant.oauth-metadata', ({ documentation }) => documentation.startsWith(DOCUMENTATION), 40),
    mark('home-assistant.discovery', ({ requiresPassword }) => requiresPassword !== null, 60),
    // Who copies page and manifest still lacks the login methods; 0.70 lacks them, too, and has other marks.
    mark('home-assistant.providers', ({ status }) => status === 404, -20),
    // Before Core is there: the page that waits for it.
    mark('http.final', ({ bodyExcerpt }) => bodyExcerpt.includes('<ha-landing-page'), 50),
    // A banned client sees nothing but 403 in the words of aiohttp: enough to suspect, and on the usual port to say so.
    mark('http.root', (root) => isBan(root, root.bodyExcerpt) && root.server.includes('aiohttp'), 20),
    mark('home-assistant.refusals', ({ port, paths }) => port === 8123 && paths.length > 0, 30),
  ],
  version: (evidence) =>
    valueOf(evidence['home-assistant.websocket-hello'])?.version ||
    valueOf(evidence['home-assistant.discovery'])?.version ||
    valueOf(evidence['home-assistant.config-version'])?.version ||
    '',
  identity: (evidence) => valueOf(evidence['home-assistant.discovery'])?.uuid ?? '',
  ports: {
    80: { role: 'frontend', expected: true },
    443: { role: 'frontend', expected: true },
    8123: { role: 'frontend', expected: true },
    22: { role: 'ssh', expected: true },
    139: { role: 'samba', expected: true },
    445: { role: 'samba', expected: true },
    1883: { role: 'mqtt-broker', expected: true },
    1884: { role: 'mqtt-broker', expected: true },
    8883: { role: 'mqtt-broker', expected: true },
    8884: { role: 'mqtt-broker', expected: true },
    4357: { role: 'observer', expected: true },
    18555: { role: 'webrtc', expected: true },
    21063: { role: 'homekit', expected: true },
    21064: { role: 'homekit', expected: true },
    40000: { role: 'upnp-description', expected: true },
    3218: { role: 'configurator', expected: false },
    11984: { role: 'go2rtc', expected: false },
    22222: { role: 'debug-ssh', expected: false },
  },
  references: ['https://www.home-assistant.io/docs/configuration/securing/', 'https://developers.home-assistant.io/docs/api/rest/'],
});
