import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const SOON_MS = 21 * DAY_MS;
/** Short-lived certificates are renewed with a third of their life left; with a fifth left, the renewal has failed. */
const FAILED_RENEWAL = 1 / 5;

export default defineCheck({
  id: 'tls/expiring-soon',
  title: 'The certificate is renewed well before it runs out',
  severity: 'low',
  subject: 'tls',
  requires: ['tls.certificate'],
  rationale: 'What was not renewed by now will not renew itself; on the day it runs out, clients and integrations stop.',
  remediation:
    'Look why the renewal does not run (`certbot renew --dry-run`, the log of Caddy, of acme.sh or of the Let’s Encrypt add-on (app)), and that the server is reloaded after it.',
  references: ['https://letsencrypt.org/docs/integration-guide/#when-to-renew'],
  mapping: { cwe: [298] },

  evaluate({ 'tls.certificate': { validFrom, validTo } }, { now }) {
    const leftMs = Date.parse(validTo) - now.getTime();
    if (leftMs < 0) return notApplicable('it has run out');
    const lifetimeMs = Date.parse(validTo) - Date.parse(validFrom);
    const exhibit = saw('tls.certificate', `valid from ${validFrom} to ${validTo}`);
    const days = Math.floor(leftMs / DAY_MS);
    return leftMs < Math.min(SOON_MS, lifetimeMs * FAILED_RENEWAL)
      ? fail(`it runs out on ${validTo.slice(0, 10)}, ${days} days from the audit`, exhibit)
      : pass(`it is valid for another ${days} days`, exhibit);
  },
});
