import { defineCheck, failWith, pass, saw } from '../check.js';

export default defineCheck({
  id: 'home-assistant/http-yaml-ignored',
  title: 'The web server settings in YAML are the ones in force',
  severity: 'medium',
  subject: 'home-assistant',
  requires: ['home-assistant.config-ignored'],
  rationale: 'Since 2026.8 the `http:` block is imported once and then ignored: a limit or proxy changed in YAML protects nobody.',
  remediation:
    'Compare the settings under Settings > System > Network with the `http:` block of configuration.yaml, set there what you meant, and delete the block: it is scheduled for removal in 2027.',
  references: ['https://www.home-assistant.io/integrations/http/'],
  mapping: { cwe: [1188] },

  evaluate({ 'home-assistant.config-ignored': { ignored } }) {
    const exhibits = ignored.map(({ key, differs, place }) =>
      saw('home-assistant.config-ignored', `${key}: ignored${differs ? ', and .storage/http says something else' : ''}`, place),
    );
    const differing = ignored.filter(({ differs }) => differs).map(({ key }) => key);
    if (differing.length > 0) return failWith({}, `YAML and what is in force differ in ${differing.join(', ')}`, ...exhibits);
    if (ignored.length > 0) return failWith({ severity: 'info' }, 'the block is ignored, though it says what is in force', ...exhibits);
    return pass('nothing in YAML is ignored', saw('home-assistant.config-ignored', 'none'));
  },
});
