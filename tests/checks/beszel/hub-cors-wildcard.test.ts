import { expect, test } from '@jest/globals';
import { hiddenSetting, hubs, info } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-cors-wildcard.js';
import { testCheck, testFiles, verdictOf } from '../../support/test-check.js';

const cors = (allowedOrigin: string) => ({ 'beszel-hub.cors': { status: 401, allowedOrigin } });

testCheck(check, {
  fail: [
    { name: 'every origin', facts: cors('*') },
    { name: 'the origin is echoed', facts: cors('https://porosity.invalid') },
  ],
  pass: [{ name: 'no origin is named', facts: cors('') }],
});

test('it is worse where no login is needed', () => {
  expect(verdictOf(check, { ...cors('*'), ...info('open') })).toMatchObject({ outcome: 'fail', severity: 'high' });
});

testFiles(check, {
  fail: [
    { name: 'not given', facts: hubs({}) },
    { name: 'a star', facts: hubs({ origins: { value: '*' } }) },
  ],
  pass: [{ name: 'its own', facts: hubs({ origins: { value: 'https://mon.example.test' } }) }],
  unknown: [{ name: 'no command line', facts: hubs({ origins: hiddenSetting }) }],
});
