import check from '../../../src/checks/webssh/container-privileges.js';
import { testCheck } from '../../support/test-check.js';
import { configOf } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'privileged', facts: configOf({ privileges: [{ text: 'privileged', place: { file: 'docker-compose.yml', line: 9 } }] }) }],
  pass: [{ name: 'plain', facts: configOf() }],
  'not-applicable': [{ name: 'no compose file', facts: configOf({ openPorts: null }) }],
});
