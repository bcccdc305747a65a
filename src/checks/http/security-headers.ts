import type { SubjectKind } from '../../model.js';
import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

/** Apps that draw their login in the browser: no password field stands in the page. */
const DRAW_THEIR_LOGIN: readonly SubjectKind[] = ['home-assistant', 'beszel-hub', 'betterdesk', 'webssh'];

export default defineCheck({
  id: 'http/security-headers',
  title: 'The login page carries the headers that browsers protect it by',
  severity: 'low',
  subject: 'http',
  requires: ['http.final'],
  rationale: 'Without them another site can show the login page in a frame and lead clicks astray, or have a file taken for a script.',
  remediation: {
    default:
      'Send `X-Frame-Options: SAMEORIGIN` (or the CSP `frame-ancestors`) and `X-Content-Type-Options: nosniff`; over TLS `Strict-Transport-Security: max-age=31536000`. In nginx: `add_header … always;` in the server block.',
    'home-assistant':
      'Update Core to 2023.9 or later and remove `use_x_frame_options: false` from `http:` in configuration.yaml; `Strict-Transport-Security` comes from the NGINX SSL proxy add-on (app), option `hsts`.',
  },
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html', 'https://www.rfc-editor.org/rfc/rfc6797'],
  mapping: { cwe: [693, 1021] },

  evaluate({ 'http.final': { status, headers, passwordFields } }, { subject, neighbours }) {
    if (status !== 200 || !headers['content-type']?.includes('html')) return notApplicable('it shows no page');
    const app = neighbours.some(({ kind, port, tls }) => port === subject.port && tls === subject.tls && DRAW_THEIR_LOGIN.includes(kind));
    if (passwordFields === 0 && !app) return notApplicable('the page asks for no login');

    const framing = framingOf(headers);
    const missing = [
      ...(framing ? [] : ['X-Frame-Options']),
      ...(headers['x-content-type-options']?.toLowerCase().includes('nosniff') ? [] : ['X-Content-Type-Options']),
      // RFC 6797 section 8.1.1: browsers ignore it for addresses.
      ...(subject.tls && subject.target.name !== subject.target.address && !headers['strict-transport-security']
        ? ['Strict-Transport-Security']
        : []),
    ];
    if (missing.length > 0) return fail(`it lacks ${missing.join(', ')}`, saw('http.final', `headers: ${Object.keys(headers).join(', ')}`));
    return pass('it carries them', saw('http.final', `framing ${framing}, nosniff${subject.tls ? ', inside TLS' : ''}`));
  },
});

/** What forbids foreign frames; ALLOW-FROM is ignored by browsers, and `frame-ancestors *` forbids nothing. */
function framingOf(headers: Readonly<Record<string, string>>): string | undefined {
  const options = headers['x-frame-options'] ?? '';
  if (/^(deny|sameorigin)$/i.test(options.trim())) return options;
  return /frame-ancestors(?!\s+\*)[^;]*/.exec(headers['content-security-policy'] ?? '')?.[0];
}
