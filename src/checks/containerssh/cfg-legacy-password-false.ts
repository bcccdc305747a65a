import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';
import { generationFor } from '../containerssh-files.js';
import { written } from '../written.js';

export default defineCheck({
  id: 'containerssh/cfg-legacy-password-false',
  title: 'A login method that config.yaml switches off is off',
  severity: 'high',
  subject: 'containerssh',
  requires: ['containerssh.config-auth'],
  considers: ['containerssh.config'],
  rationale:
    'Since 0.5, `password: false` and `pubkey: false` beside `auth.url` are read and ignored: the login is on, and its owner believes it off.',
  remediation:
    'Replace `auth.url` by `auth.password.webhook` or `auth.publicKey.webhook` with `method: webhook`, only for the method that you want.',
  references: ['https://containerssh.io/reference/auth-webhook/'],
  mapping: { cwe: [1188, 287] },

  evaluate({ 'containerssh.config-auth': { legacy, methods } }, { neighbours }, { 'containerssh.config': whole }) {
    if (!legacy) {
      if (methods.length === 0) return notApplicable('no login method is set');
      return pass('what is not set is off', saw('containerssh.config-auth', `methods: ${methods.join(', ')}`));
    }
    const { password, pubkey, place } = legacy;
    const off = [
      ...(password.value === false ? [written('containerssh.config-auth', 'auth.password', password)] : []),
      ...(pubkey.value === false ? [written('containerssh.config-auth', 'auth.pubkey', pubkey)] : []),
    ];
    if (off.length === 0) return pass('nothing is switched off beside `auth.url`', saw('containerssh.config-auth', 'auth.url', place));
    const generation = generationFor(whole, neighbours);
    if (generation === '0.4') return pass('0.4 does as it says', ...off);
    if (generation === undefined) return unknown('0.4 does as it says, later releases ignore it; which one reads it is not known', ...off);
    return fail('it switches a method off, and this release ignores that', ...off);
  },
});
