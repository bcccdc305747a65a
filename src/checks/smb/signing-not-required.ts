import { defineCheck, fail, failWith, pass, saw, unknown } from '../check.js';
import { written } from '../written.js';

export default defineCheck({
  id: 'smb/signing-not-required',
  title: 'Message signing is required',
  severity: 'medium',
  subject: 'smb',
  requires: ['smb.negotiate'],
  files: {
    requires: ['smb.config'],
    evaluate({ 'smb.config': { signing, isDomainController, unread } }) {
      const exhibit = written('smb.config', 'server signing', signing);
      if (/^(?:mandatory|required|force|forced)$/.test(signing.value ?? '')) return pass('it is mandatory', exhibit);
      if (unread.length > 0) return unknown(`a part of smb.conf could not be read: ${unread[0]}`);
      if (signing.value !== null && signing.value !== 'default') return fail('it is left to the client', exhibit);
      if (isDomainController) return pass('a domain controller requires it', exhibit);
      return failWith({ confidence: 90 }, 'it is not set, which leaves it to the client', exhibit);
    },
  },
  rationale:
    'Without signatures somebody in between can change what is read and written, or pass a login on to this server and act in the name of the user.',
  remediation: {
    default: 'In smb.conf set `server signing = mandatory` under `[global]`.',
    'home-assistant':
      'In the Samba share add-on (app) options set `server_signing: mandatory`; update the add-on where it does not have that option.',
  },
  references: [
    'https://www.samba.org/samba/docs/current/man-html/smb.conf.5.html',
    'https://learn.microsoft.com/en-us/windows-server/storage/file-server/smb-signing-overview',
    'https://github.com/home-assistant/addons/blob/master/samba/DOCS.md',
  ],
  mapping: { cwe: [924] },

  evaluate({ 'smb.negotiate': { signing, smb1Security } }) {
    const words = ({ enabled, required }: typeof signing) => (required ? 'required' : enabled ? 'enabled, not required' : 'off');
    const exhibit = saw('smb.negotiate', `signing ${words(signing)}${smb1Security ? `; in SMB1 ${words(smb1Security.signing)}` : ''}`);
    return signing.required ? pass('it requires signatures', exhibit) : fail('it does not require signatures', exhibit);
  },
});
