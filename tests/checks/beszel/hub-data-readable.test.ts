import { data } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-data-readable.js';
import { testCheck } from '../../support/test-check.js';

const loose = [{ path: 'beszel_data/data.db', mode: 0o644 }];

testCheck(check, {
  fail: [
    { name: 'a stock start', facts: data({ loose }), because: 'data.db' },
    { name: 'for the group', facts: data({ mode: 0o750, loose: [{ path: 'beszel_data/id_ed25519', mode: 0o640 }] }) },
  ],
  pass: [
    { name: 'the folder keeps others out', facts: data({ mode: 0o700, loose }) },
    { name: 'the group may enter, but not read', facts: data({ mode: 0o750, loose: [{ path: 'beszel_data/data.db', mode: 0o604 }] }) },
    { name: 'every file keeps others out', facts: data({}) },
  ],
  unknown: [{ name: 'a system without permissions', facts: data({ mode: null }) }],
});
