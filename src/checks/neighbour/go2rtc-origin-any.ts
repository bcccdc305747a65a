import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'neighbour/go2rtc-origin-any',
  title: 'go2rtc answers pages of its own origin alone',
  severity: 'medium',
  subject: 'neighbour',
  requires: ['neighbour.go2rtc'],
  rationale: 'With `*` any web page that somebody in the house opens can talk to the API in their name.',
  remediation: 'In go2rtc.yaml remove `api.origin: "*"`.',
  references: ['https://github.com/AlexxIT/go2rtc#module-api'],
  mapping: { cwe: [942] },

  evaluate({ 'neighbour.go2rtc': { allowedOrigin } }) {
    const exhibit = saw('neighbour.go2rtc', `Access-Control-Allow-Origin: ${allowedOrigin || '(none)'}`);
    return allowedOrigin === '*' ? fail('it answers pages of every origin', exhibit) : pass('no foreign origin is allowed', exhibit);
  },
});
