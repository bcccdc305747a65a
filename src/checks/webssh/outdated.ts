import { generationOfTitle } from '../../knowledge/webssh.js';
import { valueOf } from '../../model/observation.js';
import { defineCheck, failWith, passWith, saw, unknown } from '../check.js';

/** WebSSH prints no version: only what came and went dates it. */
const INFERRED = { confidence: 80 };

export default defineCheck({
  id: 'webssh/outdated',
  title: 'The build is of the 2.x line',
  severity: 'low',
  subject: 'webssh',
  requires: ['webssh.login'],
  considers: ['webssh.registration', 'webssh.health'],
  rationale:
    'Builds before 2.0 have no second factor, no revocation of sessions and no filter of targets; corrections come as new images only.',
  remediation: 'Pull a current image (`docker compose pull`) and pin it by digest.',
  references: ['https://github.com/bifrost0x/webssh/releases'],
  mapping: { cwe: [1104] },

  evaluate({ 'webssh.login': { title, headers } }, _context, { 'webssh.registration': registration, 'webssh.health': health }) {
    const shown = [title, valueOf(registration)?.title ?? ''].find((text) => generationOfTitle(text)) ?? '';
    if (generationOfTitle(shown) === 2) return passWith(INFERRED, 'its pages are those of 2.x', saw('webssh.login', `title "${shown}"`));
    if (headers['content-security-policy']?.includes('cdn.jsdelivr.net')) {
      const exhibit = saw('webssh.login', 'its policy names cdn.jsdelivr.net');
      return failWith(INFERRED, 'it is of before 2026-06-19, when scripts from elsewhere were dropped', exhibit);
    }
    if (generationOfTitle(shown) !== 1) return unknown('nothing that dates it was seen');
    const since = valueOf(health)?.says === 'ok' ? '2026-07-30' : '2026-06-19';
    return failWith(
      INFERRED,
      `it is of between ${since} and 2026-08-21, when the pages were renamed`,
      saw('webssh.login', `title "${shown}"`),
    );
  },
});
