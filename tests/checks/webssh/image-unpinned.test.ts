import check from '../../../src/checks/webssh/image-unpinned.js';
import { testCheck } from '../../support/test-check.js';
import { configOf } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: ['ghcr.io/bifrost0x/webssh:latest', 'ghcr.io/bifrost0x/webssh', 'registry:5000/bifrost0x/webssh'].map((image) => ({
    name: image,
    facts: configOf({ image }),
  })),
  pass: ['ghcr.io/bifrost0x/webssh:2.0.0', 'ghcr.io/bifrost0x/webssh@sha256:00'].map((image) => ({
    name: image,
    facts: configOf({ image }),
  })),
  'not-applicable': [{ name: 'built', facts: configOf({ image: '' }) }],
});
