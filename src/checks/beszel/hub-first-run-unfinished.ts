import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'beszel/hub-first-run-unfinished',
  title: 'Somebody can log in to the hub',
  severity: 'medium',
  subject: 'beszel-hub',
  requires: ['beszel-hub.first-run'],
  considers: ['beszel-hub.claim'],
  rationale: 'A superuser exists but no user: the hub cannot be claimed, nobody uses it either, and what nobody uses nobody updates.',
  remediation: 'Create the first user in the PocketBase dashboard (`/_/`, collection `users`), or take the hub down.',
  references: ['https://beszel.dev/guide/getting-started'],
  mapping: { cwe: [1188] },

  evaluate({ 'beszel-hub.first-run': { firstRun } }, _context, { 'beszel-hub.claim': claim }) {
    const flag = saw('beszel-hub.first-run', `firstRun: ${firstRun}`);
    if (!firstRun) return pass('a user is registered', flag);
    const answer = valueOf(claim);
    if (!answer) return unknown('nobody is registered; whether the hub can be claimed was not seen', flag);
    if (answer.answer === 'open') return notApplicable('it can be claimed, which is worse and has a check of its own');
    return fail(
      'no user is registered, and the form of the first user is closed',
      flag,
      saw('beszel-hub.claim', `status ${answer.status}`),
    );
  },
});
