import { defineCheck, failWith, passWith, saw, unknown } from '../check.js';

/** The last release with CVE-2026-30784 and CVE-2026-30790. */
const LAST_BAD = [1, 1, 15] as const;
const AS_WRITTEN = 80;

export default defineCheck({
  id: 'rustdesk/image-cve',
  title: 'The image of RustDesk’s server is newer than its known holes',
  severity: 'high',
  subject: 'rustdesk',
  requires: ['rustdesk.config-images'],
  rationale: 'Up to 1.1.15 hbbs and hbbr lack checks of who may ask (CVE-2026-30784, CVE-2026-30790).',
  remediation: 'Set the tag of `rustdesk/rustdesk-server` in the compose file to 1.1.16 or later, pull and recreate the containers.',
  references: ['https://github.com/rustdesk/rustdesk-server/releases'],
  mapping: { cwe: [862] },

  evaluate({ 'rustdesk.config-images': { images } }) {
    const exhibits = images.map(({ text, place }) => saw('rustdesk.config-images', text, place));
    const versions = images.map(({ text }) => /:(\d+)\.(\d+)\.(\d+)/.exec(text)?.slice(1).map(Number));
    if (versions.some((version) => version !== undefined && !isNewer(version))) {
      return failWith({ confidence: AS_WRITTEN }, 'its release has known holes', ...exhibits);
    }
    if (versions.some((version) => version === undefined)) return unknown('the tag names no release', ...exhibits);
    return passWith({ confidence: AS_WRITTEN }, 'its release is newer', ...exhibits);
  },
});

function isNewer(version: readonly number[]): boolean {
  for (const [index, bad] of LAST_BAD.entries()) {
    const part = version[index] ?? 0;
    if (part !== bad) return part > bad;
  }
  return false;
}
