import check from '../../../src/checks/webssh/single-factor.js';
import { testCheck, testFiles } from '../../support/test-check.js';
import { configOf, login, OLD_TITLE, socket } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [
    { name: 'the first generation', facts: login({ title: OLD_TITLE }) },
    { name: 'by its Socket.IO', facts: { ...login({ title: 'Anmelden' }), ...socket(115_343_360) } },
  ],
  unknown: [{ name: 'the second generation', facts: login() }],
});

const factor = (value: string) => ({ key: 'TOTP_ENABLED', value, place: { file: 'docker-compose.yml', line: 9 } });

testFiles(check, {
  fail: [{ name: 'all off', facts: configOf({ secondFactors: [factor('false')] }) }],
  unknown: [
    { name: 'one offered', facts: configOf({ secondFactors: [factor('true')] }) },
    { name: 'none named', facts: configOf() },
  ],
});
