import { defineCheck, fail, pass, saw } from '../check.js';

const WORDS = {
  upgraded: 'it opened the WebSocket of the agents for a random token',
  'token accepted': 'it took a random token for a live one',
  refused: 'it refuses a random token before it opens a WebSocket',
  'no door': 'it opened no WebSocket: this release has none for agents',
};

export default defineCheck({
  id: 'beszel/hub-token-gate',
  title: 'Only a registration token opens the WebSocket of the agents',
  severity: 'critical',
  subject: 'beszel-hub',
  requires: ['beszel-hub.token-gate'],
  rationale: 'Who gets past the token can pose as an agent, and with a universal token register systems of their own.',
  remediation:
    'Look for a proxy that adds `X-Token` to requests (nginx: `proxy_set_header X-Token …`) and remove it; renew the token that it used. Without such a proxy, update the hub.',
  references: ['https://beszel.dev/guide/security', 'https://beszel.dev/guide/reverse-proxy'],
  mapping: { cwe: [287] },

  evaluate({ 'beszel-hub.token-gate': { status, answer } }) {
    const exhibit = saw('beszel-hub.token-gate', `/api/beszel/agent-connect with a random token: status ${status}, ${answer}`);
    return answer === 'refused' || answer === 'no door' ? pass(WORDS[answer], exhibit) : fail(WORDS[answer], exhibit);
  },
});
