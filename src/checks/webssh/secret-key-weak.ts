import { defineCheck, fail, failWith, notApplicable, pass, saw, unknown } from '../check.js';

/** Half of what `openssl rand -hex 32` gives. */
const ENOUGH_CHARACTERS = 32;

export default defineCheck({
  id: 'webssh/secret-key-weak',
  title: "SECRET_KEY is long, random and nobody else's",
  severity: 'critical',
  subject: 'webssh',
  requires: ['webssh.config'],
  rationale: 'It signs every session and is all that protects the SSH keys that users have stored.',
  remediation:
    'Set SECRET_KEY to the output of `openssl rand -hex 32` in a file that only its owner may read. Sessions end, and stored SSH keys must be uploaded again and replaced.',
  references: ['https://github.com/bifrost0x/webssh', 'https://github.com/minhtuancn/webssh/security/policy'],
  mapping: { cwe: [798, 326] },

  evaluate({ 'webssh.config': { secretKey } }) {
    const { set, published, characters, place, unresolved } = secretKey;
    if (!set) return notApplicable('no file sets it: current images make a random one, older ones do not start without');
    if (unresolved !== undefined) return unknown(`SECRET_KEY cannot be known: ${unresolved}`);
    const exhibit = saw('webssh.config', `SECRET_KEY of ${characters} characters${published && `, the published "${published}"`}`, place);
    if (published) return fail('it is a published placeholder, which only containers of current images replace', exhibit);
    if (characters < ENOUGH_CHARACTERS) return failWith({ severity: 'high' }, 'it is too short', exhibit);
    return pass('it is long and not a published one', exhibit);
  },
});
