import { defineCheck, fail, pass, saw } from '../check.js';

const TALKATIVE = ['server', 'x-powered-by', 'x-aspnet-version', 'x-generator'];

export default defineCheck({
  id: 'http/version-disclosed',
  title: 'The headers do not name versions',
  severity: 'info',
  subject: 'http',
  requires: ['http.root'],
  rationale: 'Exact versions spare an attacker the guessing. It hides nothing from a determined one.',
  remediation:
    'Shorten the headers: nginx `server_tokens off;`, Apache `ServerTokens Prod`, PHP `expose_php = Off`, Express `app.disable("x-powered-by")`.',
  references: ['https://www.rfc-editor.org/rfc/rfc9110#section-10.2.4'],
  mapping: { cwe: [200], checklist: ['ha-2018/banner'] },

  evaluate({ 'http.root': { headers } }) {
    const telling = TALKATIVE.filter((name) => /\d+\.\d+/.test(headers[name] ?? '')).map((name) => `${name}: ${headers[name]}`);
    if (telling.length > 0) return fail(`it says ${telling.join(' and ')}`, saw('http.root', telling.join(', ')));
    return pass('no header carries a version', saw('http.root', `server: ${headers['server'] || '(none)'}`));
  },
});
