import { valueOf } from '../../model/observation.js';
import { ACCOUNTS_SINCE, isBefore, parseCoreVersion } from '../../knowledge/home-assistant.js';
import { defineCheck, fail, failWith, notApplicable, pass, saw, unknown } from '../check.js';
import { sureness } from '../written.js';

/** The provider is gone since then (core pull request 119976). */
const LAST_WITH_PROVIDER = '2024.7';
export default defineCheck({
  id: 'home-assistant/legacy-api-password',
  title: 'People log in with accounts of their own, not with one shared password',
  severity: 'high',
  subject: 'home-assistant',
  requires: ['home-assistant.providers'],
  considers: ['home-assistant.discovery'],
  files: {
    requires: ['home-assistant.config-auth', 'home-assistant.config-http'],
    evaluate({ 'home-assistant.config-auth': { providers, place }, 'home-assistant.config-http': http }) {
      const version = parseCoreVersion(http.version);
      const provider = providers.find(({ type }) => type === 'legacy_api_password');
      const exhibit = saw(
        'home-assistant.config-auth',
        provider ? 'legacy_api_password' : 'no legacy_api_password',
        provider?.place ?? place,
      );
      if (provider && version && !isBefore(version, LAST_WITH_PROVIDER))
        return pass('it is still listed, but this release skips it', exhibit);
      if (provider) return failWith(sureness(http), 'the shared password is one of the login methods', exhibit);
      const { apiPassword } = http;
      if (apiPassword.set)
        return fail('`api_password` is set under `http:`', saw('home-assistant.config-http', 'api_password is set', apiPassword.place));
      if (version && isBefore(version, ACCOUNTS_SINCE)) return notApplicable('it has no password at all, which is a finding of its own');
      return pass('the shared password is not among the login methods', exhibit);
    },
  },
  rationale: 'One password for everyone cannot be taken from one of them, has no second factor, and travels in URLs that end up in logs.',
  remediation:
    'Give each person a user account and each program a long-lived token, then remove `legacy_api_password` from `auth_providers:` (before 0.77: update, then remove `api_password` from `http:`) in configuration.yaml.',
  references: ['https://www.home-assistant.io/docs/authentication/providers/'],
  mapping: { cwe: [522], checklist: ['ha-2018/api-password'] },

  evaluate({ 'home-assistant.providers': { status, types } }, _context, { 'home-assistant.discovery': discovery }) {
    const exhibit = saw('home-assistant.providers', `status ${status}, login methods: ${types.join(', ') || 'none'}`);
    if (types.includes('legacy_api_password')) return fail('the shared password is one of the login methods', exhibit);
    if (status === 200) return pass('the shared password is not among the login methods', exhibit);
    const password = valueOf(discovery)?.requiresPassword;
    if (status !== 404 || password === undefined || password === null) return unknown(`/auth/providers answered ${status}`, exhibit);
    // Releases without /auth/providers know no other login than `api_password`.
    if (!password) return notApplicable('it has no password at all, which is a finding of its own');
    return fail('this release has no accounts, only one shared password', saw('home-assistant.discovery', 'requires_api_password true'));
  },
});
