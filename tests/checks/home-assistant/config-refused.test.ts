import check from '../../../src/checks/home-assistant/config-refused.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    {
      name: 'an unknown key',
      facts: {
        'home-assistant.config-refused': {
          refusals: [{ text: 'http: bans is not a key of this release', place: { file: 'configuration.yaml', line: 3 } }],
        },
      },
      because: 'bans is not a key',
    },
  ],
  pass: [{ name: 'nothing', facts: { 'home-assistant.config-refused': { refusals: [] } } }],
});
