import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/go2rtc-debug-ui',
  title: 'The debug page of the built-in go2rtc is off',
  severity: 'high',
  subject: 'home-assistant',
  requires: ['home-assistant.config-go2rtc'],
  rationale:
    'It opens the API of go2rtc on every address at port 11984, without a login: camera streams with their passwords, and sources that run commands.',
  remediation: 'In configuration.yaml remove `debug_ui: true` under `go2rtc:` and restart.',
  references: ['https://www.home-assistant.io/integrations/go2rtc/'],
  mapping: { cwe: [306, 489] },

  evaluate({ 'home-assistant.config-go2rtc': { debugUi } }) {
    if (debugUi.unresolved !== undefined) return unknown(`it cannot be known: ${debugUi.unresolved}`);
    const exhibit = saw('home-assistant.config-go2rtc', `debug_ui: ${debugUi.value}`, debugUi.place);
    return debugUi.value ? fail('it is on', exhibit) : pass('it is off', exhibit);
  },
});
