import { couldBeOffered, WEAK, type WeakList } from '../knowledge/containerssh.js';
import type { Facts, Verdict } from '../model.js';
import { type CheckContext, fail, failWith, notApplicable, pass, passWith, saw, unknown } from './check.js';
import { AT_THE_FRONT, isFront } from './containerssh-files.js';
import { hidden, written } from './written.js';

type Offer = Facts['ssh.algorithms'];
type Written = Facts['containerssh.config-ssh'];

/** Why an offer proves nothing about ContainerSSH. */
export const FOREIGN_OFFER = 'it offers algorithms that no ContainerSSH offers: another server speaks in its name';

/** Sure where the file sets the list; the defaults could differ in a release to come. */
const BY_DEFAULT = 90;

const weakIn = (list: WeakList, names: readonly string[]): readonly string[] =>
  names.filter((name) => (WEAK[list] as readonly string[]).includes(name));

/** One list of the offer on the wire. */
export function judgeOffer(list: WeakList, offer: Offer): Verdict {
  if (!couldBeOffered(offer)) return unknown(FOREIGN_OFFER);
  const weak = weakIn(list, offer[list]);
  if (weak.length > 0) return fail(`it offers ${weak.join(', ')}`, saw('ssh.algorithms', weak.join(', ')));
  return pass('it offers none of them', saw('ssh.algorithms', offer[list].join(', ') || 'an empty list'));
}

/** The same list as config.yaml has it. */
export function judgeWrittenList(list: WeakList, ssh: Written, context: CheckContext): Verdict {
  if (!isFront(context)) return notApplicable(AT_THE_FRONT);
  const said = ssh[list];
  const exhibit = written('containerssh.config-ssh', `ssh.${list}`, said);
  const unclear = hidden({ [`ssh.${list}`]: said });
  if (unclear) return unclear;
  const weak = weakIn(list, said.value ?? []);
  if (weak.length > 0)
    return failWith({ remediation: `Take ${weak.join(', ')} out of \`ssh.${list}\`.` }, `it names ${weak.join(', ')}`, exhibit);
  return said.value === null
    ? passWith({ confidence: BY_DEFAULT }, 'it is not set, and the defaults hold none', exhibit)
    : pass('none of them is named', exhibit);
}
