import { defineCheck, fail, pass, saw, unknown } from '../check.js';

const LOOSE: readonly (readonly [RegExp, string])[] = [
  [/script-src[^;]*'unsafe-inline'/, 'inline scripts'],
  [/script-src[^;]*https:\/\//, 'scripts of a content delivery network'],
  [/connect-src[^;]*\swss?:(?:\s|;|$)/, 'WebSockets to any host'],
  [/img-src[^;]*\shttps:(?:\s|;|$)/, 'images of any host'],
];

export default defineCheck({
  id: 'webssh/csp-loose',
  title: 'The content security policy names what the page needs and no more',
  severity: 'info',
  subject: 'webssh',
  requires: ['webssh.login'],
  rationale: 'An injected script runs despite this policy and can send what it reads anywhere.',
  remediation:
    'Release 2.x no longer loads scripts from elsewhere. Inline scripts and wildcards are part of that release, too: only a proxy that replaces the header changes them.',
  references: ['https://developer.mozilla.org/docs/Web/HTTP/Guides/CSP'],
  mapping: { cwe: [1021] },

  evaluate({ 'webssh.login': { headers } }) {
    const policy = headers['content-security-policy'];
    if (!policy) return unknown('the page has no policy: see webssh/headers');
    const allowed = LOOSE.filter(([pattern]) => pattern.test(policy)).map(([, what]) => what);
    if (allowed.length > 0) return fail(`it allows ${allowed.join(', ')}`, saw('webssh.login', policy));
    return pass('it allows no inline scripts and no wildcards', saw('webssh.login', policy));
  },
});
