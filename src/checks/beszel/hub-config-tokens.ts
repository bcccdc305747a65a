import { inOctal, judgeEach, othersRead } from '../beszel-config.js';
import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'beszel/hub-config-tokens',
  title: 'Registration tokens in config.yml are for the hub alone',
  severity: 'medium',
  subject: 'beszel-hub',
  requires: ['beszel-hub.config-data'],
  rationale: 'With the token of a system somebody else registers in its place, or feeds the hub what they like.',
  remediation: 'chmod 600 `config.yml` in the data folder of the hub (`beszel_data`).',
  references: ['https://beszel.dev/guide/security'],
  mapping: { cwe: [732] },

  evaluate: ({ 'beszel-hub.config-data': folders }) =>
    judgeEach(folders, ({ mode: folder, tokens }) => {
      if (!tokens) return notApplicable('there is no config.yml');
      const { count, mode, place } = tokens;
      const exhibit = saw('beszel-hub.config-data', `${count} tokens, mode ${inOctal(mode)}`, place);
      if (count === 0) return pass('it holds no tokens', exhibit);
      if (mode === null) return unknown('this system keeps no permissions to look at', exhibit);
      return othersRead(folder, mode) ? fail('others may read the tokens', exhibit) : pass('only its owner may read the tokens', exhibit);
    }),
});
