import check from '../../../src/checks/containerssh/cfg-legacy-password-false.js';
import { authConfigOf, later, placed } from '../../support/containerssh-config.js';
import { offerOf04 } from '../../support/containerssh-facts.js';
import { beside, ok } from '../../support/neighbouring.js';
import { testCheck } from '../../support/test-check.js';

const { place } = placed('');
const legacy = (password: boolean | null, pubkey: boolean | null) =>
  authConfigOf({ legacy: { place, password: { value: password }, pubkey: { value: pubkey } } });
const on04 = { neighbours: [beside('containerssh', 2222, { 'ssh.algorithms': ok(offerOf04()['ssh.algorithms']) })] };

testCheck(check, {
  fail: [
    { name: 'passwords', facts: { ...legacy(false, true), ...later() } },
    { name: 'keys', facts: { ...legacy(true, false), ...later() } },
  ],
  pass: [
    { name: 'the new layout', facts: authConfigOf({ methods: ['password'] }) },
    { name: 'nothing is switched off', facts: { ...legacy(true, null), ...later() } },
    { name: '0.4 obeys', facts: legacy(false, true), context: on04 },
  ],
  unknown: [{ name: 'nothing tells the release', facts: legacy(false, true) }],
  'not-applicable': [{ name: 'no login at all', facts: authConfigOf() }],
});
