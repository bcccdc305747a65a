import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'containerssh/config-webhook-secrets',
  title: 'The configuration webhook hands no secrets to strangers',
  severity: 'critical',
  subject: 'containerssh',
  requires: ['containerssh.served-config'],
  rationale: 'Registry passwords, cluster tokens and private keys in its answer open more than one login.',
  remediation: 'Change the secrets that are named here, then let the service behind `configserver.url` demand client certificates.',
  references: ['https://containerssh.io/reference/configserver/'],
  mapping: { cwe: [522] },

  evaluate({ 'containerssh.served-config': { secrets } }) {
    if (secrets.length === 0)
      return pass('the configuration of an invented user holds none', saw('containerssh.served-config', 'no secret'));
    return fail(
      `an invented user gets ${secrets.slice(0, 5).join(', ')}`,
      ...secrets.map((path) => saw('containerssh.served-config', path)),
    );
  },
});
