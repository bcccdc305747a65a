import { data } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-config-tokens.js';
import { testCheck } from '../../support/test-check.js';

const tokens = (count: number, mode: number | null) => ({ tokens: { count, mode, place: { file: 'beszel_data/config.yml', line: 5 } } });

testCheck(check, {
  fail: [{ name: 'readable', facts: data(tokens(1, 0o644)) }],
  pass: [
    { name: 'the owner alone', facts: data(tokens(1, 0o600)) },
    { name: 'no tokens', facts: data(tokens(0, 0o644)) },
    { name: 'in a folder of the owner alone', facts: data({ mode: 0o700, ...tokens(1, 0o644) }) },
  ],
  'not-applicable': [{ name: 'no such file', facts: data({}) }],
  unknown: [{ name: 'a system without permissions', facts: data({ mode: null, ...tokens(1, null) }) }],
});
