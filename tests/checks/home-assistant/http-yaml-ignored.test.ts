import check from '../../../src/checks/home-assistant/http-yaml-ignored.js';
import { testCheck } from '../../support/test-check.js';

const ignored = (...differs: boolean[]) => ({
  'home-assistant.config-ignored': {
    ignored: differs.map((differ, line) => ({ key: `key${line}`, differs: differ, place: { file: 'configuration.yaml', line } })),
  },
});

testCheck(check, {
  fail: [
    { name: 'the owner believes something that is not in force', facts: ignored(false, true), because: 'differ in key1' },
    { name: 'dead text that says the same', facts: ignored(false), because: 'though it says what is in force' },
  ],
  pass: [{ name: 'no block', facts: ignored() }],
});
