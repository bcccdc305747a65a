import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'smb/plaintext-passwords',
  title: 'SMB1 asks for no passwords in the clear',
  severity: 'high',
  subject: 'smb',
  requires: ['smb.negotiate'],
  rationale: 'A server that sends no challenge wants the password itself: whoever listens has it.',
  remediation: 'In smb.conf remove `encrypt passwords = no` and set `server min protocol = SMB2_10`; retire devices that need either.',
  references: ['https://www.samba.org/samba/docs/current/man-html/smb.conf.5.html'],
  mapping: { cwe: [319] },

  evaluate({ 'smb.negotiate': { smb1Security } }) {
    if (!smb1Security) return notApplicable('SMB1 is not spoken, and newer versions know no such login');
    const { challengeResponse, userLevel } = smb1Security;
    const exhibit = saw(
      'smb.negotiate',
      `SMB1: ${userLevel ? 'user' : 'share'} level, ${challengeResponse ? 'with' : 'without'} challenge`,
    );
    return challengeResponse ? pass('it sends a challenge', exhibit) : fail('it sends no challenge', exhibit);
  },
});
