import check from '../../../src/checks/beszel/hub-token-gate.js';
import { testCheck } from '../../support/test-check.js';

const gate = (status: number, answer: 'upgraded' | 'refused' | 'token accepted' | 'no door') => ({
  'beszel-hub.token-gate': { status, answer },
});

testCheck(check, {
  fail: [
    { name: 'a proxy adds a live token', facts: gate(101, 'upgraded') },
    { name: 'only the version was wrong', facts: gate(401, 'token accepted') },
  ],
  pass: [
    { name: 'refused', facts: gate(401, 'refused') },
    { name: 'a release before 0.12', facts: gate(200, 'no door') },
  ],
});
