import check from '../../../src/checks/home-assistant/addon-login-bypasses-ban.js';
import type { Evidence, Subject } from '../../../src/model.js';
import { hello } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';

const target = { name: 'box.lan', address: '192.168.0.215' };
const seen = (facts: object): Evidence =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { ok: true, value }])) as Evidence;
const broker: Subject = {
  kind: 'mqtt',
  target,
  port: 1883,
  evidence: seen({ 'mqtt.anonymous-connect': { protocolVersion: 4, returnCode: 5, reason: '' } }),
};
const nodeRed: Subject = {
  kind: 'http',
  target,
  port: 1880,
  evidence: seen(root({ status: 401, headers: { 'www-authenticate': 'Basic realm="Home Assistant Authentication"' } })),
};
const panel = (status: number) => ({ ...hello(), 'home-assistant.supervisor-panel': { status } });

testCheck(check, {
  fail: [
    { name: 'an add-on that asks for Home Assistant passwords', facts: hello(), context: { neighbours: [nodeRed] }, because: '1880' },
    { name: 'a broker beside a Supervisor', facts: panel(200), context: { neighbours: [broker] } },
  ],
  pass: [{ name: 'nothing of the kind', facts: hello() }],
  unknown: [{ name: 'a broker, and no Supervisor seen', facts: panel(404), context: { neighbours: [broker] } }],
});
