import { agentVersion, parseRelease } from '../../knowledge/beszel.js';
import { judgeRelease } from '../beszel.js';
import { defineCheck, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'beszel/agent-known-vulnerable',
  title: 'No published vulnerability names this version of the agent',
  severity: 'high',
  subject: 'beszel-agent',
  requires: ['ssh.banner'],
  rationale: 'What is published is tried, and the agent names its version to everybody who connects.',
  remediation: 'Update the agent to the newest release (`beszel-agent update`, or pull the image).',
  references: ['https://github.com/henrygd/beszel/security/advisories'],
  mapping: { cwe: [1395] },

  evaluate({ 'ssh.banner': { raw } }) {
    const release = parseRelease(agentVersion(raw) ?? '');
    return release
      ? judgeRelease('agent', release, saw('ssh.banner', raw))
      : unknown('its banner names no version', saw('ssh.banner', raw));
  },
});
