import { valueOf } from '../../model/observation.js';
import { judgeEach, switchOff } from '../beszel-config.js';
import { defineCheck, failWith, notApplicable, pass, saw, unknown } from '../check.js';

/** Which accounts the provider lets in is not seen from here. */
const UNLESS_THE_PROVIDER_LIMITS = 80;

export default defineCheck({
  id: 'beszel/hub-oauth-signup',
  title: 'An account at the login provider is not enough to register on the hub',
  severity: 'medium',
  subject: 'beszel-hub',
  requires: ['beszel-hub.sign-up'],
  considers: ['beszel-hub.sign-in'],
  files: {
    requires: ['beszel-hub.config'],
    evaluate: ({ 'beszel-hub.config': hubs }) =>
      judgeEach(hubs, (hub) =>
        switchOff('USER_CREATION', hub.userCreation, 'whoever a login provider knows may register', 'only superusers create users'),
      ),
  },
  rationale: 'With USER_CREATION every account at the provider becomes a user of the hub; at a public provider that is everybody.',
  remediation: 'Remove `USER_CREATION` from the environment of the hub, or limit at the provider who may use this application.',
  references: ['https://beszel.dev/guide/oauth', 'https://beszel.dev/guide/environment-variables'],
  mapping: { cwe: [284] },

  evaluate({ 'beszel-hub.sign-up': { status, answer } }, _context, { 'beszel-hub.sign-in': signIn }) {
    const exhibit = saw('beszel-hub.sign-up', `an empty registration: status ${status}, ${answer}`);
    if (answer === 'closed') return pass('only superusers create users', exhibit);
    if (answer === 'open') return notApplicable('anybody may register without a provider, which has a check of its own');
    const providers = valueOf(signIn)?.providers;
    if (!providers) return unknown('registration by a provider is on; which providers there are could not be seen', exhibit);
    if (providers.length === 0) return pass('registration by a provider is on, but there is no provider', exhibit);
    const named = saw('beszel-hub.sign-in', `providers: ${providers.join(', ')}`);
    return failWith({ confidence: UNLESS_THE_PROVIDER_LIMITS }, 'whoever has an account at its provider may register', exhibit, named);
  },
});
