import { defineCheck, fail, pass, passWith, saw, unknown } from '../check.js';
import { written } from '../written.js';

const OLD = /^(?:core|coreplus|lanman1|lanman2|nt1)$/;
/** The file does not name its version. */
const BY_DEFAULT = 80;

export default defineCheck({
  id: 'smb/smb1',
  title: 'SMB1 is not spoken',
  severity: 'high',
  subject: 'smb',
  requires: ['smb.negotiate'],
  considers: ['smb.names'],
  files: {
    requires: ['smb.config'],
    evaluate({ 'smb.config': { minProtocol, unread } }) {
      const exhibit = written('smb.config', 'server min protocol', minProtocol);
      if (OLD.test(minProtocol.value ?? '')) return fail('the oldest dialect allowed is SMB1 or older', exhibit);
      if (unread.length > 0) return unknown(`a part of smb.conf could not be read: ${unread[0]}`);
      if (minProtocol.value !== null && minProtocol.value !== 'default') return pass('the oldest dialect allowed is newer', exhibit);
      return passWith({ confidence: BY_DEFAULT }, 'it is not set, which Samba 4.11 and newer take for SMB2', exhibit);
    },
  },
  rationale:
    'SMB1 has no encryption and no integrity worth the name, lets an attacker talk a client down to it, and was the road of WannaCry. Everything since 2007 speaks something better.',
  remediation: {
    default: 'In smb.conf set `server min protocol = SMB2_10` (or `SMB3`) under `[global]`; replace devices that can do nothing else.',
    'home-assistant': 'In the Samba share add-on (app) options set `compatibility_mode: false`; if it is so already, update the add-on.',
  },
  references: [
    'https://learn.microsoft.com/en-us/windows-server/storage/file-server/troubleshoot/smbv1-not-installed-by-default-in-windows',
    'https://www.samba.org/samba/docs/current/man-html/smb.conf.5.html',
    'https://github.com/home-assistant/addons/blob/master/samba/DOCS.md',
  ],
  mapping: { cwe: [477] },

  evaluate({ 'smb.negotiate': { smb1, dialects } }, _context, { 'smb.names': names }) {
    if (!smb1) return pass('it refused `NT LM 0.12`', saw('smb.negotiate', `dialects ${dialects.join(', ')}`));
    const text = names?.ok ? [names.value.os, names.value.lanManager].filter(Boolean).join(', ') : '';
    const exhibit = saw('smb.negotiate', `\`NT LM 0.12\` accepted${text ? `; it calls itself ${text}` : ''}`);
    return fail(dialects.length > 0 ? 'it speaks SMB1 besides newer dialects' : 'it speaks nothing but SMB1', exhibit);
  },
});
