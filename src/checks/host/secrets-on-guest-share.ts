import { valueOf } from '../../model/observation.js';
import { defineCheck, failWith, notApplicable, pass, saw, unknown } from '../check.js';
import { namesOf, sawShare, sharesOpenTo } from '../smb-access.js';

/** Shares of the Samba add-on that hold `secrets.yaml`, `.storage` or whole backups of them. */
const HOLDS_SECRETS = ['config', 'addon_configs', 'addons_config', 'backup', 'ssl'];

export default defineCheck({
  id: 'host/secrets-on-guest-share',
  title: 'No share with the secrets of Home Assistant opens without a password',
  severity: 'critical',
  subject: 'host',
  rationale:
    'The configuration share holds secrets.yaml and .storage with every login and token: whoever reads it needs no password for anything else.',
  remediation:
    'Close the share first (Samba add-on (app): set `username` and `password`, remove `guest: true`; elsewhere `guest ok = no` in smb.conf), then change every password and token that was in it.',
  references: ['https://github.com/home-assistant/addons/blob/master/samba/DOCS.md'],
  mapping: { cwe: [200, 522], checklist: ['ha-2018/samba-guest'] },

  evaluate(_facts, { neighbours, systems }) {
    const files = neighbours.filter(({ kind }) => kind === 'smb');
    if (!systems.includes('home-assistant') || files.length === 0) return notApplicable('no Home Assistant with file shares was met here');
    const lists = files.flatMap(({ evidence }) => valueOf(evidence['smb.shares']) ?? []);
    if (lists.length === 0 && files.every(({ evidence }) => !evidence['smb.shares']?.ok))
      return unknown('the shares could not be looked at');
    const open = sharesOpenTo('read', lists).filter(({ name }) => HOLDS_SECRETS.includes(name.toLowerCase()));
    const unique = [...new Map(open.map((share) => [share.name, share])).values()];
    const [first] = unique;
    if (!first) return pass('no share of that name opens without a password', saw('smb.shares', `${lists.length} shares looked at`));
    // What is in them was not read: the name and the system say it.
    return failWith(
      { confidence: 90 },
      `${namesOf(unique)} can be read by everybody, and this host runs Home Assistant`,
      ...unique.map((share) => sawShare(share, 'read')),
    );
  },
});
