import check from '../../../src/checks/web-terminal/pivot.js';
import type { Facts } from '../../../src/model.js';
import { testCheck } from '../../support/test-check.js';
import { page } from '../../support/web-terminal-facts.js';

const form = (door: Facts['web-terminal.page']['door'] = 'open') => page({ product: 'huashengdun-webssh', door });
const targets = (limited: boolean) => ({ 'web-terminal.targets': { limited, saw: 'Invalid key .' } });

testCheck(check, {
  fail: [{ name: 'any host', facts: { ...form(), ...targets(false) } }],
  pass: [
    { name: 'known hosts alone', facts: { ...form(), ...targets(true) } },
    { name: 'a login in front', facts: form('proxy-login') },
  ],
  unknown: [{ name: 'not asked', facts: form() }],
  'not-applicable': [{ name: 'another program', facts: page() }],
});
