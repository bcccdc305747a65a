import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'beszel/hub-anonymous-records',
  title: 'Systems, registration tokens and users are not listed without a login',
  severity: 'critical',
  subject: 'beszel-hub',
  requires: ['beszel-hub.records'],
  considers: ['beszel-hub.anonymous-info'],
  rationale: 'Fingerprint records carry the tokens with which agents register; the others name your hosts and your people.',
  remediation:
    'Give the collections their list rules back (PocketBase dashboard, `/_/`, API rules; a restart of the hub restores most). Where `AUTO_LOGIN` is set, remove it. Then renew the tokens.',
  references: ['https://pocketbase.io/docs/api-rules-and-filters/', 'https://beszel.dev/guide/security'],
  mapping: { cwe: [284, 200] },

  evaluate({ 'beszel-hub.records': records }, _context, { 'beszel-hub.anonymous-info': info }) {
    const exhibits = records.map(({ collection, state, total }) =>
      saw('beszel-hub.records', `${collection}: ${state === 'listed' ? `${total} listed` : state}`),
    );
    const shown = records.filter(({ total }) => total > 0).map(({ collection }) => collection);
    if (shown.length > 0) {
      const cause = valueOf(info)?.answer === 'open' ? ', because AUTO_LOGIN is set' : '';
      return fail(`it lists ${shown.join(', ')} to everybody${cause}`, ...exhibits);
    }
    const unclear = records.filter(({ state }) => state === 'unclear').map(({ collection }) => collection);
    if (unclear.length > 0) return unknown(`${unclear.join(', ')}: the answer is not the hub's own`, ...exhibits);
    return pass('it lists none of them', ...exhibits);
  },
});
