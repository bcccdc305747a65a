import { generationOfSocket, generationOfTitle } from '../../knowledge/webssh.js';
import { valueOf } from '../../model/observation.js';
import { defineCheck, failWith, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'webssh/single-factor',
  title: 'A password alone does not open WebSSH',
  severity: 'medium',
  subject: 'webssh',
  requires: ['webssh.login'],
  considers: ['webssh.socket'],
  files: {
    requires: ['webssh.config'],
    evaluate({ 'webssh.config': { secondFactors } }) {
      const on = secondFactors.filter(({ value }) => value.toLowerCase() === 'true');
      if (on.length > 0) return unknown(`${on[0]!.key} offers a second way; whether every account uses it is not in the files`);
      if (secondFactors.length === 0) return unknown('no file speaks of a second factor');
      const exhibits = secondFactors.map(({ key, value, place }) => saw('webssh.config', `${key}: ${value}`, place));
      return failWith({ confidence: 90 }, 'every second factor is switched off', ...exhibits);
    },
  },
  rationale: 'One guessed or reused password opens the gateway, and with it every SSH server whose keys are stored there.',
  remediation: 'Upgrade to 2.x, set `TOTP_ENABLED=true` or `WEBAUTHN_ENABLED=true`, and let every user enrol a second factor.',
  references: ['https://github.com/bifrost0x/webssh', 'https://github.com/minhtuancn/webssh/security/policy'],
  mapping: { cwe: [308] },

  evaluate({ 'webssh.login': { title } }, _context, { 'webssh.socket': socket }) {
    const open = valueOf(socket);
    const generation = generationOfTitle(title) ?? (open && generationOfSocket(open));
    if (generation === 1) {
      const exhibit = saw('webssh.login', `title "${title}"`);
      return failWith({ confidence: 90 }, 'it is of a generation that knows no second factor', exhibit);
    }
    return unknown('its pages do not show whether a second factor is asked for');
  },
});
