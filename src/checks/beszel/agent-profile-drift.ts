import { AGENT_OFFER, agentVersion, isOlder, NOT_YET_SEEN, parseRelease } from '../../knowledge/beszel.js';
import { defineCheck, failWith, notApplicable, passWith, saw, unknown } from '../check.js';

/** A proxy in front explains it as well as another build; and an impostor may copy the lists. */
const BY_LISTS = 80;
/** Lists whose order the client decides by are compared as sets: what is on offer is the mark. */
const KEYS = Object.keys(AGENT_OFFER) as (keyof typeof AGENT_OFFER)[];
/** RFC 8308 and strict key exchange announce themselves among the methods. */
const MARKER = /^(?:ext-info-s|kex-strict-s-v00@openssh\.com)$/;

export default defineCheck({
  id: 'beszel/agent-profile-drift',
  title: 'The SSH of the agent offers what a stock agent offers',
  severity: 'medium',
  subject: 'beszel-agent',
  requires: ['ssh.banner', 'ssh.algorithms'],
  rationale:
    'Since 0.12.0 every agent offers the same short lists. Others under the same name mean a proxy, a modified build, or something that only says it is an agent.',
  remediation: 'Find the proxy in front of the agent or compare its binary with a release (checksums stand beside each release).',
  references: ['https://github.com/henrygd/beszel/releases', 'https://beszel.dev/guide/security'],
  mapping: { cwe: [290] },

  evaluate({ 'ssh.banner': { raw }, 'ssh.algorithms': offer }) {
    const version = agentVersion(raw);
    if (!version) return notApplicable('agents before 0.12.0 offer what every SSH server written in Go does');
    const differing = KEYS.filter((key) => !isSame(offer[key], AGENT_OFFER[key]));
    const exhibits = [saw('ssh.banner', raw), ...differing.map((key) => saw('ssh.algorithms', `${key}: ${offer[key].join(', ')}`))];
    if (!offer.strictKex) exhibits.push(saw('ssh.algorithms', 'no strict key exchange'));
    if (exhibits.length === 1) return passWith({ confidence: BY_LISTS }, 'its lists are those of a stock agent', ...exhibits);
    const release = parseRelease(version);
    if (release && !isOlder(release, NOT_YET_SEEN)) return unknown('what a stock agent of this release offers is not known', ...exhibits);
    return failWith({ confidence: BY_LISTS }, `other than a stock agent: ${differing.join(', ') || 'no strict key exchange'}`, ...exhibits);
  },
});

function isSame(offered: readonly string[], stock: readonly string[]): boolean {
  const names = offered.filter((name) => !MARKER.test(name));
  return names.length === stock.length && stock.every((name) => names.includes(name));
}
