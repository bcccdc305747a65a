import check from '../../../src/checks/host/config-unread.js';
import { testCheck } from '../../support/test-check.js';

const read = (kinds: string[], unread: string[] = []) => ({ 'host.config-read': { files: 3, kinds, unread } });

testCheck(check, {
  pass: [{ name: 'all known, all read', facts: read(['smb']) }],
  unknown: [
    { name: 'one could not be read', facts: read(['smb'], ['compose.yaml: binary']), because: 'compose.yaml: binary' },
    { name: 'several', facts: read([], ['a', 'b', 'c']), because: 'a, and 2 more' },
    { name: 'nothing known', facts: read([]), because: 'nothing in it' },
  ],
});
