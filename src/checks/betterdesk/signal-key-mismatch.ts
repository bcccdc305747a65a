import { createPublicKey, verify } from 'node:crypto';
import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';

/** RFC 8410 section 4: what stands before the 32 bytes of an Ed25519 key in its DER form. */
const ED25519_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

export default defineCheck({
  id: 'betterdesk/signal-key-mismatch',
  title: 'The signal port proves the key that the API names',
  severity: 'high',
  subject: 'betterdesk',
  requires: ['rustdesk.key-exchange'],
  rationale: 'Clients trust the key of the server. A port that signs with another is another server, or somebody stands in between.',
  remediation: 'Find out what answers 21116 and compare with `id_ed25519.pub` in the data folder; then give the clients the right key.',
  references: ['https://rustdesk.com/docs/en/self-host/client-configuration/', 'https://www.rfc-editor.org/rfc/rfc8032'],
  mapping: { cwe: [322] },

  evaluate({ 'rustdesk.key-exchange': { signature, publicKey } }, { neighbours }) {
    const asked = neighbours.flatMap(({ evidence }) => [evidence['betterdesk.public-key'], evidence['betterdesk-console.client-api']]);
    const served = asked.map((answer) => valueOf(answer)?.key).find((key) => key);
    if (!served && asked.every((answer) => answer === undefined)) return notApplicable('no API is here to name a key');
    if (!served) return unknown('neither API told its key');
    const key = createPublicKey({ key: Buffer.concat([ED25519_HEAD, Buffer.from(served, 'base64')]), format: 'der', type: 'spki' });
    const holds = verify(null, Buffer.from(publicKey, 'base64'), key, Buffer.from(signature, 'base64'));
    const exhibit = saw('rustdesk.key-exchange', `opened with a key whose signature ${holds ? 'fits' : 'does not fit'} ${served}`);
    return holds ? pass('its signature fits', exhibit) : fail('it signs with another key', exhibit);
  },
});
