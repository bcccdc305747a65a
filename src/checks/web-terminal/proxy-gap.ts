import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'web-terminal/proxy-gap',
  title: 'The login in front covers the WebSocket, too',
  severity: 'high',
  subject: 'web-terminal',
  requires: ['web-terminal.socket-behind-login'],
  rationale: 'The terminal runs over its WebSocket: a login that covers only the page keeps nobody from it.',
  remediation: 'Ask for the login on the whole prefix (in nginx `location /`, not `location = /`), and remove locations without it.',
  references: [
    'https://nginx.org/en/docs/http/ngx_http_core_module.html#location',
    'https://nginx.org/en/docs/http/ngx_http_auth_basic_module.html',
  ],
  mapping: { cwe: [288, 306] },

  evaluate({ 'web-terminal.socket-behind-login': { path, status } }) {
    const exhibit = saw('web-terminal.socket-behind-login', `the WebSocket ${path} answered ${status} without a login`);
    return status === 101
      ? fail('the page asks for a login, its WebSocket does not', exhibit)
      : pass('the WebSocket does not open without it', exhibit);
  },
});
