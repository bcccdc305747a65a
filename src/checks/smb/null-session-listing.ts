import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'smb/null-session-listing',
  title: 'The list of shares is kept from those who bring no password',
  severity: 'low',
  subject: 'smb',
  requires: ['smb.listing'],
  considers: ['smb.shares'],
  rationale: 'Names and comments of shares tell a stranger what runs here and where it is worth trying passwords.',
  remediation: {
    default: 'In smb.conf set `restrict anonymous = 2` and `map to guest = Never` under `[global]`.',
    'home-assistant':
      'The Samba share add-on (app) lists its shares to everybody, also when it is set up as it should be, and has no option for it. Narrow `allow_hosts` to the machines that need it, and remove shares you do not use from `enabled_shares`.',
  },
  references: [
    'https://www.samba.org/samba/docs/current/man-html/smb.conf.5.html',
    'https://github.com/home-assistant/addons/blob/master/samba/DOCS.md',
  ],
  mapping: { cwe: [200], checklist: ['ha-2018/samba-credentials'] },

  evaluate({ 'smb.listing': { nullSession, guest } }, _context, { 'smb.shares': shares }) {
    const exhibit = saw('smb.listing', `null session: ${nullSession.status}, guest: ${guest.status}`);
    const who = [nullSession.outcome === 'listed' && 'a null session', guest.outcome === 'listed' && 'a guest'].filter(Boolean);
    if (who.length > 0) {
      const names = shares?.ok ? shares.value.filter(({ listed }) => listed).map(({ name }) => name) : [];
      return fail(`${who.join(' and ')} got the list${names.length ? `: ${names.join(', ')}` : ''}`, exhibit);
    }
    if (nullSession.outcome === 'unclear' || guest.outcome === 'unclear')
      return unknown('not every request for the list got an answer', exhibit);
    return pass('it refused the list to a null session and to a guest', exhibit);
  },
});
