import { valueOf } from '../../model/observation.js';
import { judgeEach } from '../beszel-config.js';
import { defineCheck, failWith, notApplicable, pass, saw, unknown } from '../check.js';
import { hidden, written } from '../written.js';

/** It may have been open for a moment alone, while the hub restarted. */
const AT_THAT_MOMENT = 70;

export default defineCheck({
  id: 'beszel/agent-fallback-open',
  title: 'An agent that dials its hub opens no SSH port',
  severity: 'low',
  subject: 'beszel-agent',
  considers: ['beszel-agent.config', 'ssh.banner'],
  rationale:
    'With HUB_URL and TOKEN the port opens whenever the WebSocket is down: nobody expects it then, and that it is open means that the hub is not reached.',
  remediation:
    'Find out why the WebSocket to the hub is down (log of the agent), and set `DISABLE_SSH=true` in its environment (0.18.4 and later).',
  references: ['https://beszel.dev/guide/environment-variables', 'https://beszel.dev/guide/security'],
  mapping: { cwe: [668] },

  evaluate(_facts, _context, { 'beszel-agent.config': config, 'ssh.banner': banner }) {
    if (!config) return notApplicable('only its settings (--config) say whether it dials a hub');
    if (!config.ok) return unknown(`its settings could not be read: ${config.failure.detail}`);
    const seen = valueOf(banner)?.raw;
    return judgeEach(config.value, ({ hubUrl, token, sshDisabled }) => {
      const unclear = hidden({ HUB_URL: hubUrl, DISABLE_SSH: sshDisabled });
      if (unclear) return unclear;
      if (!hubUrl.value?.scheme || !token.set) return notApplicable('it has no hub to dial: SSH is its only way');
      const setting = written('beszel-agent.config', 'DISABLE_SSH', sshDisabled);
      if (seen === undefined)
        return sshDisabled.value
          ? pass('SSH is switched off', setting)
          : unknown('a port that is closed now may open when the hub is away', setting);
      const exhibits = [saw('ssh.banner', seen), setting];
      if (sshDisabled.value)
        return failWith({ confidence: AT_THAT_MOMENT }, 'it answers although SSH is switched off: it was not restarted since', ...exhibits);
      return failWith({ confidence: AT_THAT_MOMENT }, 'it answers, so its WebSocket to the hub is down', ...exhibits);
    });
  },
});
