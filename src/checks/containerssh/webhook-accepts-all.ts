import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'containerssh/webhook-accepts-all',
  title: 'The authentication webhook turns away people who do not exist',
  severity: 'critical',
  subject: 'containerssh',
  requires: ['containerssh.auth-webhook'],
  considers: ['containerssh.webhook-logins'],
  rationale: 'It alone decides who gets a shell. One that says yes to everybody has no passwords and no keys.',
  remediation:
    'Look `username` up in the webhook, compare the password or key with what is stored, and answer `{"success": false}` in every other case.',
  references: ['https://containerssh.io/reference/auth-webhook/'],
  mapping: { cwe: [287] },

  evaluate({ 'containerssh.auth-webhook': { success } }, _context, { 'containerssh.webhook-logins': tried }) {
    if (success)
      return fail('it let in a user without a name and without a password', saw('containerssh.auth-webhook', 'success: true for {}'));
    const logins = valueOf(tried);
    if (!logins) return unknown('it refused a user without a name; an invented one was not tried');
    const { password, publicKey } = logins;
    const exhibit = saw('containerssh.webhook-logins', `an invented user: password ${password}, key ${publicKey}`);
    if (password || publicKey) return fail(`it let in an invented user by ${password ? 'password' : 'key'}`, exhibit);
    if (password === null && publicKey === null) return unknown('it gave no clear answer for an invented user', exhibit);
    return pass('it refused an invented user', exhibit);
  },
});
