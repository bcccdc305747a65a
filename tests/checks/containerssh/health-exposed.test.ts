import check from '../../../src/checks/containerssh/health-exposed.js';
import { healthPage } from '../../support/containerssh-facts.js';
import { beside, ok } from '../../support/neighbouring.js';
import { banner } from '../../support/ssh-facts.js';
import { configOf, later, servicesOf } from '../../support/containerssh-config.js';
import { testCheck, testFiles } from '../../support/test-check.js';

const own = { 'containerssh.health': { answer: 'not ok' as const, negotiates: true } };
const front = banner('SSH-2.0-ContainerSSH');
const page = beside('http', 7000, { 'http.root': ok(healthPage()['http.root']) });

testCheck(check, {
  fail: [
    { name: 'also when it says "not ok"', facts: own },
    { name: 'seen from the front', facts: front, context: { neighbours: [page] }, because: 'port 7000' },
  ],
  unknown: [
    { name: 'its file says loopback', facts: { ...own, ...servicesOf({ onLoopback: true }), ...later() }, because: 'not what runs' },
  ],
  'not-applicable': [
    { name: 'none was met', facts: front },
    { name: 'reported on its own port', facts: front, context: { neighbours: [page, beside('containerssh', 7000, {})] } },
    { name: 'loopback', facts: own, context: { exposure: 'loopback' } },
  ],
});

testFiles(check, {
  fail: [{ name: 'on every address unless it is told otherwise', facts: { ...servicesOf({}), ...later() } }],
  pass: [
    { name: 'loopback', facts: { ...servicesOf({ onLoopback: true }), ...later() } },
    { name: 'client certificates', facts: { ...servicesOf({ tls: true, clientCa: true }), ...later() } },
  ],
  'not-applicable': [
    { name: '0.4 has none', facts: { ...servicesOf({}), ...configOf() } },
    {
      name: 'on another port of the host',
      facts: { ...servicesOf({}), ...later() },
      subject: { port: 8080 },
      context: { neighbours: [beside('containerssh', 2222, { 'ssh.banner': ok(front['ssh.banner']) })] },
    },
  ],
});
