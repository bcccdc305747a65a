import { LISTED_METHODS } from '../../knowledge/containerssh.js';
import { defineCheck, fail, failWith, notApplicable, pass, saw, unknown } from '../check.js';
import { AT_THE_FRONT, isFront } from '../containerssh-files.js';

const GSSAPI = 'gssapi-with-mic';
const WITH_AUTHZ = 'Nothing to change where the authorization webhook is in use: with it, the method cannot be switched off.';

export default defineCheck({
  id: 'containerssh/gssapi-advertised',
  title: 'ContainerSSH does not advertise Kerberos logins that nobody set up',
  severity: 'low',
  subject: 'containerssh',
  requires: ['ssh.auth-methods'],
  files: {
    requires: ['containerssh.config-auth', 'containerssh.config-ssh'],
    evaluate({ 'containerssh.config-auth': { methods }, 'containerssh.config-ssh': { ciphers } }, context) {
      if (!isFront(context)) return notApplicable(AT_THE_FRONT);
      if (ciphers.value?.length === 0) return notApplicable('`ssh.ciphers` is empty: nobody gets as far as the list');
      const exhibit = saw('containerssh.config-auth', `methods set for: ${methods.join(', ') || 'none'}`);
      if (methods.includes('gssapi')) return fail('`auth.gssapi` is set', exhibit);
      if (methods.includes('authz')) return failWith({ remediation: WITH_AUTHZ }, 'the authorization webhook brings it along', exhibit);
      return pass('neither `auth.gssapi` nor `auth.authz` is set', exhibit);
    },
  },
  rationale: 'It is one more door to code that few use. It also comes along with the authorization webhook, which is a good thing to have.',
  remediation: 'Without Kerberos remove `auth.gssapi` from config.yaml. With `auth.authz` it cannot be switched off.',
  references: ['https://containerssh.io/reference/auth-kerberos/'],
  mapping: { cwe: [1188] },

  evaluate({ 'ssh.auth-methods': { methods, noneAccepted } }) {
    const exhibit = saw('ssh.auth-methods', `can continue with: ${methods.join(', ') || 'nothing'}`);
    if (methods.includes(GSSAPI)) return fail(`it lists ${GSSAPI}: Kerberos or an authorization webhook is set`, exhibit);
    const itsOwn = !noneAccepted && LISTED_METHODS.every((method) => methods.includes(method));
    return itsOwn
      ? pass('it does not list it', exhibit)
      : unknown('the list is not one of ContainerSSH: another server speaks in its name', exhibit);
  },
});
