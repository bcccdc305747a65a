import check from '../../../src/checks/home-assistant/identifiable.js';
import { hello, manifest, refusals } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';
import { final } from '../../support/web-facts.js';

testCheck(check, {
  fail: [
    { name: 'the title', facts: { ...refusals(), ...final({ title: 'Home Assistant' }) } },
    { name: 'the manifest alone', facts: { ...refusals(), ...final(), ...manifest() } },
    { name: 'the WebSocket alone', facts: { ...refusals(), ...hello() } },
    { name: 'the manifest before a ban came', facts: { ...refusals('/'), ...manifest() } },
  ],
  pass: [{ name: 'another title', facts: { ...refusals(), ...final({ title: 'Portal' }) } }],
  unknown: [{ name: 'a banned client sees nothing', facts: { ...refusals('/'), ...final({ status: 403 }) } }],
});
