import check from '../../../src/checks/home-assistant/go2rtc-debug-ui.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'on', facts: { 'home-assistant.config-go2rtc': { debugUi: { value: true, place: { file: 'configuration.yaml', line: 2 } } } } },
  ],
  pass: [{ name: 'not set', facts: { 'home-assistant.config-go2rtc': { debugUi: { value: false } } } }],
  unknown: [
    {
      name: 'in a file that is not here',
      facts: { 'home-assistant.config-go2rtc': { debugUi: { value: null, unresolved: 'go2rtc.yaml is not in the folder' } } },
    },
  ],
});
