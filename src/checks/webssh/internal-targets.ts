import { defineCheck, failWith, passWith } from '../check.js';
import { hidden, written } from '../written.js';

const CONFIG = 'webssh.config';

const isTrue = (value: string | null) => value?.toLowerCase() === 'true';

export default defineCheck({
  id: 'webssh/internal-targets',
  title: 'Users cannot reach the network behind WebSSH unless they are meant to',
  severity: 'medium',
  subject: 'webssh',
  requires: ['webssh.config'],
  rationale: 'Every account may connect to each host and port that the container reaches; with open registration, so may strangers.',
  remediation:
    'Upgrade to 2.x and set `BLOCK_INTERNAL_SSH=true`, or let a firewall keep the container from networks that it need not reach.',
  references: ['https://github.com/bifrost0x/webssh', 'https://github.com/minhtuancn/webssh/security/policy'],
  mapping: { cwe: [918] },

  evaluate({ 'webssh.config': { blockInternalSsh, deploymentProfile, registrationEnabled } }) {
    const exhibits = [
      written(CONFIG, 'BLOCK_INTERNAL_SSH', blockInternalSsh),
      written(CONFIG, 'REGISTRATION_ENABLED', registrationEnabled),
    ];
    // The first generation ignores the switch; the production profile forces it.
    if (isTrue(blockInternalSsh.value) || deploymentProfile.value === 'production') {
      return passWith({ confidence: 80 }, 'internal targets are refused', ...exhibits);
    }
    const secret = hidden({ BLOCK_INTERNAL_SSH: blockInternalSsh, DEPLOYMENT_PROFILE: deploymentProfile });
    if (secret) return secret;
    const severity = isTrue(registrationEnabled.value) ? 'high' : 'medium';
    return failWith(
      { severity },
      severity === 'high' ? 'whoever registers reaches the network behind' : 'no target is refused',
      ...exhibits,
    );
  },
});
