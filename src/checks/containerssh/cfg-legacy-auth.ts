import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';
import { generationFor } from '../containerssh-files.js';

export default defineCheck({
  id: 'containerssh/cfg-legacy-auth',
  title: 'config.yaml sets each login method by itself',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['containerssh.config-auth'],
  considers: ['containerssh.config'],
  rationale: 'Since 0.5 the old `auth.url` switches passwords and keys on together, whatever stands beside it.',
  remediation:
    'Move `auth.url` and what belongs to it to `auth.password.webhook` and `auth.publicKey.webhook`, each with `method: webhook`; leave out the one that you do not want.',
  references: ['https://containerssh.io/reference/auth-webhook/'],
  mapping: { cwe: [1188] },

  evaluate({ 'containerssh.config-auth': { legacy, methods } }, { neighbours }, { 'containerssh.config': whole }) {
    if (!legacy) return pass('it has no `auth.url`', saw('containerssh.config-auth', `methods: ${methods.join(', ') || 'none'}`));
    const exhibit = saw('containerssh.config-auth', 'auth.url', legacy.place);
    const generation = generationFor(whole, neighbours);
    if (generation === '0.4') return notApplicable('it is for 0.4, which has no other layout');
    if (generation === undefined)
      return unknown('`auth.url` is right for 0.4 and misleading for later releases; which one reads it is not known', exhibit);
    return fail('it has `auth.url`, the layout of 0.4', exhibit);
  },
});
