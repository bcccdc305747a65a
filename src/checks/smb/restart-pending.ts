import { defineCheck, saw } from '../check.js';
import { judgeContradictions } from '../contradictions.js';
import guestRead from './guest-read.js';
import guestWrite from './guest-write.js';
import signing from './signing-not-required.js';
import smb1 from './smb1.js';

export default defineCheck({
  id: 'smb/restart-pending',
  title: 'The running Samba does what its file says',
  severity: 'medium',
  subject: 'smb',
  requires: ['smb.config'],
  considers: ['smb.shares', 'smb.sessions', 'smb.listing', 'smb.negotiate'],
  rationale: 'A setting that stands in a file and is not in force protects nobody, and its owner believes that it does.',
  remediation:
    'Run `smbcontrol all reload-config`, or restart smbd (the add-on (app) under its Info page). If it stays, compare the file named here with the one that runs (`smbd -b`, CONFIGFILE).',
  references: ['https://www.samba.org/samba/docs/current/man-html/smbcontrol.1.html'],
  mapping: { cwe: [1188] },

  evaluate: (_facts, context) =>
    judgeContradictions(
      [guestRead, guestWrite, signing, smb1],
      context,
      saw('smb.config', 'guest ok, server signing, server min protocol'),
    ),
});
