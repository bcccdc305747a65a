import { expect, test } from '@jest/globals';
import { info } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-cors-wildcard.js';
import { testCheck, verdictOf } from '../../support/test-check.js';

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
