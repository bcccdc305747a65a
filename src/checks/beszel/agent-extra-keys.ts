import { judgeEach } from '../beszel-config.js';
import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';
import { hidden } from '../written.js';

const OF_HUBS = 'ssh-ed25519';

export default defineCheck({
  id: 'beszel/agent-extra-keys',
  title: 'The agent trusts one key, the Ed25519 key of its hub',
  severity: 'medium',
  subject: 'beszel-agent',
  requires: ['beszel-agent.config'],
  rationale: 'A hub makes one Ed25519 key. Every other key in KEY belongs to a hub that is gone, or to somebody else.',
  remediation:
    'Leave one line in `KEY` (or the file of `KEY_FILE`), the public key that the hub shows when a system is added, and restart the agent.',
  references: ['https://beszel.dev/guide/security'],
  mapping: { cwe: [1188, 326] },

  evaluate: ({ 'beszel-agent.config': agents }) =>
    judgeEach(agents, ({ keys }) => {
      const { value, place } = keys;
      if (!value) return hidden({ KEY: keys }) ?? notApplicable('KEY is not set');
      const exhibit = saw('beszel-agent.config', `keys: ${value.join(', ') || 'none'}`, place);
      if (value.length === 0) return notApplicable('it has no key, and does not start without one');
      if (value.length > 1) return fail(`it trusts ${value.length} keys`, exhibit);
      return value[0] === OF_HUBS
        ? pass('it trusts one Ed25519 key', exhibit)
        : fail(`its key is ${value[0]}, which no hub makes`, exhibit);
    }),
});
