import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'home-assistant/config-refused',
  title: 'Home Assistant accepts its configuration files',
  severity: 'medium',
  subject: 'home-assistant',
  requires: ['home-assistant.config-refused'],
  rationale:
    'One key that it does not know, one secret that is missing, and it starts in recovery mode: with other settings than the files say, while it looks healthy.',
  remediation:
    'Correct the line named here, then check with Developer tools > YAML > Check configuration (or `ha core check`) before you restart.',
  references: [
    'https://www.home-assistant.io/docs/configuration/troubleshooting/',
    'https://www.home-assistant.io/integrations/recovery_mode/',
  ],
  mapping: { cwe: [1188] },

  evaluate({ 'home-assistant.config-refused': { refusals } }) {
    const [first] = refusals;
    if (!first) return pass('nothing in them would be refused', saw('home-assistant.config-refused', 'none'));
    return fail(
      `it would not start with them: ${first.text}`,
      ...refusals.map(({ text, place }) => saw('home-assistant.config-refused', text, place)),
    );
  },
});
