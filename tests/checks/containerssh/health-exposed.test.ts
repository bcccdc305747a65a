import check from '../../../src/checks/containerssh/health-exposed.js';
import { healthPage } from '../../support/containerssh-facts.js';
import { beside, ok } from '../../support/neighbouring.js';
import { banner } from '../../support/ssh-facts.js';
import { testCheck } from '../../support/test-check.js';

const own = { 'containerssh.health': { answer: 'not ok' as const, negotiates: true } };
const front = banner('SSH-2.0-ContainerSSH');
const page = beside('http', 7000, { 'http.root': ok(healthPage()['http.root']) });

testCheck(check, {
  fail: [
    { name: 'also when it says "not ok"', facts: own },
    { name: 'seen from the front', facts: front, context: { neighbours: [page] }, because: 'port 7000' },
  ],
  'not-applicable': [
    { name: 'none was met', facts: front },
    { name: 'reported on its own port', facts: front, context: { neighbours: [page, beside('containerssh', 7000, {})] } },
    { name: 'loopback', facts: own, context: { exposure: 'loopback' } },
  ],
});
