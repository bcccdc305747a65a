import check from '../../../src/checks/home-assistant/restart-pending.js';
import type { Facts } from '../../../src/model.js';
import { httpOf } from '../../support/home-assistant.js';
import { testCheck } from '../../support/test-check.js';

type Root = Facts['http.root'];
const root = (headers: Record<string, string> = { 'x-frame-options': 'SAMEORIGIN' }) =>
  ({ status: 200, server: '', title: 'Home Assistant', headers, location: '', bodyExcerpt: '' }) satisfies Partial<Root> as Root;
const http = (changed: Parameters<typeof httpOf>[0] = {}) => ({ 'home-assistant.config-http': httpOf(changed) });
const hello = (version: string) => ({
  'home-assistant.config-version': { version: '2024.3.3', place: { file: '.HA_VERSION' } },
  'home-assistant.websocket-hello': { type: 'auth_required', version, server: '' },
});
const cors = (status: number, allowedOrigin: string) => ({ 'home-assistant.cors': { status, allowedOrigin } });
const plain = { port: 8123, tls: false };
const limit = { loginAttemptsThreshold: { value: 5 } };

testCheck(check, {
  fail: [
    {
      name: 'another release runs',
      facts: { ...http(), ...hello('2024.4.1') },
      subject: plain,
      because: '2024.3.3, the server is 2024.4.1',
    },
    { name: 'a certificate that is not used', facts: http({ certificate: { value: true } }), subject: plain, because: 'speaks plain HTTP' },
    { name: 'TLS that the file does not know', facts: http(), subject: { port: 8123, tls: true }, because: 'no certificate is set' },
    {
      name: 'a header that is off and sent',
      facts: { ...http({ useXFrameOptions: { value: false } }), 'http.root': root() },
      subject: plain,
    },
    { name: 'a header that is on and missing', facts: { ...http(), 'http.root': root({}) }, subject: plain },
    {
      name: 'a foreign origin that is allowed',
      facts: { ...http(), ...cors(200, 'https://porosity.invalid') },
      subject: plain,
      because: 'not in the file',
    },
    { name: 'a star that is refused', facts: { ...http({ corsAllowedOrigins: { value: ['*'] } }), ...cors(403, '') }, subject: plain },
    {
      name: 'a ban that is off and bans',
      facts: { ...http({ ipBanEnabled: { value: false } }), 'home-assistant.refusals': { port: 8123, paths: ['/'] } },
      subject: plain,
    },
    {
      name: 'more failed logins than the file allows',
      facts: { ...http(limit), 'home-assistant.failed-logins': { attempts: 10, refusedAfter: null } },
      subject: plain,
      because: 'the file says banned after 5, and 10 failed logins led to no ban',
    },
  ],
  pass: [
    { name: 'all agree', facts: { ...http(), ...hello('2024.3.3'), ...cors(403, ''), 'http.root': root() }, subject: plain },
    {
      name: 'a proxy on another port ends TLS and strips the header',
      facts: { ...http(), 'http.root': root({}) },
      subject: { port: 443, tls: true },
    },
    {
      name: 'fewer failed logins than the limit',
      facts: { ...http(limit), 'home-assistant.failed-logins': { attempts: 3, refusedAfter: null } },
      subject: plain,
    },
    {
      name: 'a hidden setting contradicts nothing',
      facts: { ...http({ corsAllowedOrigins: { value: null, unresolved: 'x' } }), ...cors(200, 'x') },
      subject: plain,
    },
  ],
  'not-applicable': [{ name: 'files alone', facts: http(), subject: { port: undefined } }],
});
