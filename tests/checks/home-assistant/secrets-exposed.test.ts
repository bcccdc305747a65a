import check from '../../../src/checks/home-assistant/secrets-exposed.js';
import type { Facts } from '../../../src/model.js';
import { testCheck } from '../../support/test-check.js';

type Files = Facts['home-assistant.config-files'];
const files = (changed: Partial<Files> = {}) => ({
  'home-assistant.config-files': { served: [], loose: [], secretsReadable: [], modesKnown: true, ...changed } satisfies Files,
});

testCheck(check, {
  fail: [
    {
      name: 'a copy under www/',
      facts: files({
        served: [
          { path: 'www/secrets.yaml', what: 'secrets' },
          { path: 'www/a.db', what: 'database' },
        ],
      }),
      because: 'www/secrets.yaml and 1 more',
    },
    {
      name: 'password hashes readable by others',
      facts: files({ loose: [{ path: '.storage/auth', mode: 0o644, usual: 0o600 }] }),
      because: '.storage/auth',
    },
    {
      name: 'secrets.yaml readable by others',
      facts: files({ secretsReadable: [{ path: 'secrets.yaml', mode: 0o644 }] }),
      because: 'other users',
    },
  ],
  pass: [{ name: 'as it should be', facts: files() }],
  unknown: [{ name: 'a system without permissions', facts: files({ modesKnown: false }) }],
});
