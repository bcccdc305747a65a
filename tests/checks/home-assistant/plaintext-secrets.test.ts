import check from '../../../src/checks/home-assistant/plaintext-secrets.js';
import { testCheck } from '../../support/test-check.js';

const found = (keys: string[], unread: string[] = []) => ({
  'home-assistant.config-secrets': {
    literal: keys.map((key, line) => ({ key, place: { file: 'configuration.yaml', line: line + 1 } })),
    more: 0,
    unread,
  },
});

testCheck(check, {
  fail: [
    { name: 'a password in the file', facts: found(['password', 'Authorization']), because: '2 literal values (password, Authorization)' },
    { name: 'only the place of the house', facts: found(['latitude']), because: 'where the house stands' },
    { name: 'one is enough, whatever could not be read', facts: found(['token'], ['x.yaml is not in the folder']) },
  ],
  pass: [{ name: 'everything is a !secret', facts: found([]) }],
  unknown: [{ name: 'an included file is not here', facts: found([], ['x.yaml is not in the folder']), because: 'x.yaml' }],
});
