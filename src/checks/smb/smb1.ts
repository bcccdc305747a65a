import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'smb/smb1',
  title: 'SMB1 is not spoken',
  severity: 'high',
  subject: 'smb',
  requires: ['smb.negotiate'],
  considers: ['smb.names'],
  rationale:
    'SMB1 has no encryption and no integrity worth the name, lets an attacker talk a client down to it, and was the road of WannaCry. Everything since 2007 speaks something better.',
  remediation: {
    default: 'In smb.conf set `server min protocol = SMB2_10` (or `SMB3`) under `[global]`; replace devices that can do nothing else.',
    'home-assistant':
      'In the Samba share add-on (app) options set `compatibility_mode: false`; add-ons older than version 9.2 spoke SMB1 always: update.',
  },
  references: [
    'https://learn.microsoft.com/en-us/windows-server/storage/file-server/troubleshoot/smbv1-not-installed-by-default-in-windows',
    'https://www.samba.org/samba/docs/current/man-html/smb.conf.5.html',
  ],
  mapping: { cwe: [477] },

  evaluate({ 'smb.negotiate': { smb1, dialects } }, _context, { 'smb.names': names }) {
    if (!smb1) return pass('it refused `NT LM 0.12`', saw('smb.negotiate', `dialects ${dialects.join(', ')}`));
    const text = names?.ok ? [names.value.os, names.value.lanManager].filter(Boolean).join(', ') : '';
    const exhibit = saw('smb.negotiate', `\`NT LM 0.12\` accepted${text ? `; it calls itself ${text}` : ''}`);
    return fail(dialects.length > 0 ? 'it speaks SMB1 besides newer dialects' : 'it speaks nothing but SMB1', exhibit);
  },
});
