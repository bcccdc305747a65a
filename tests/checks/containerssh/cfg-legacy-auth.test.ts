import check from '../../../src/checks/containerssh/cfg-legacy-auth.js';
import { authConfigOf, later, placed } from '../../support/containerssh-config.js';
import { metrics, offerOf, offerOf04 } from '../../support/containerssh-facts.js';
import { beside, ok } from '../../support/neighbouring.js';
import { testCheck } from '../../support/test-check.js';

const legacy = authConfigOf({ legacy: { place: placed('').place, password: { value: null }, pubkey: { value: null } } });
const front = (offer: ReturnType<typeof offerOf>) => [beside('containerssh', 2222, { 'ssh.algorithms': ok(offer['ssh.algorithms']) })];
const counters = (name: string) => [
  beside('containerssh', 2222, { 'containerssh.metrics': ok(metrics({ names: [name] })['containerssh.metrics']) }),
];

testCheck(check, {
  fail: [
    { name: 'beside a key of 0.5', facts: { ...legacy, ...later() } },
    { name: 'a 0.5 or later runs', facts: legacy, context: { neighbours: front(offerOf()) } },
    { name: 'by its counters', facts: legacy, context: { neighbours: counters('containerssh_ssh_connections_total') } },
    {
      name: '0.4 has no health page',
      facts: legacy,
      context: { neighbours: [beside('containerssh', 7000, { 'containerssh.health': ok({ answer: 'ok' as const, negotiates: true }) })] },
    },
  ],
  pass: [{ name: 'the new layout', facts: authConfigOf({ methods: ['password'] }) }],
  unknown: [{ name: 'nothing tells the release', facts: legacy }],
  'not-applicable': [
    { name: 'a 0.4 runs', facts: legacy, context: { neighbours: front(offerOf04()) } },
    { name: 'by its counters', facts: legacy, context: { neighbours: counters('containerssh_ssh_connections') } },
  ],
});
