import check from '../../../src/checks/home-assistant/ip-ban-missing.js';
import { failedLogins, refusals } from '../../support/home-assistant-facts.js';
import { httpOf } from '../../support/home-assistant.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'ten failures and no ban', facts: { ...refusals(), ...failedLogins(10, null) } }],
  pass: [
    { name: 'banned after three', facts: { ...refusals('/manifest.json'), ...failedLogins(3, 3) } },
    { name: 'banned before we came', facts: refusals('/') },
  ],
  unknown: [{ name: 'no login was failed', facts: refusals(), because: '--intrusive' }],
});

const at = { file: 'configuration.yaml', line: 3 };

testFiles(check, {
  pass: [
    {
      name: 'a limit is set',
      facts: { 'home-assistant.config-http': httpOf({ loginAttemptsThreshold: { value: 5, place: at } }) },
      because: '5 failed logins lead to a ban',
    },
    {
      name: 'beside a server that was not asked',
      facts: {
        'home-assistant.refusals': { port: 8123, paths: [] },
        ...{ 'home-assistant.config-http': httpOf({ loginAttemptsThreshold: { value: 5 } }) },
      },
      subject: { port: 8123 },
      because: 'from its files',
    },
  ],
  fail: [
    { name: 'nothing set: the default never bans', facts: { 'home-assistant.config-http': httpOf() } },
    { name: 'zero never bans', facts: { 'home-assistant.config-http': httpOf({ loginAttemptsThreshold: { value: 0 } }) } },
    {
      name: 'a limit, but banning is off',
      facts: { 'home-assistant.config-http': httpOf({ ipBanEnabled: { value: false }, loginAttemptsThreshold: { value: 5 } }) },
      because: 'banning is off',
    },
  ],
  unknown: [
    {
      name: 'the limit is a secret that is not here',
      facts: {
        'home-assistant.config-http': httpOf({
          loginAttemptsThreshold: { value: null, unresolved: 'secrets.yaml is not in the folder', place: at },
        }),
      },
      because: 'configuration.yaml:3',
    },
  ],
});
