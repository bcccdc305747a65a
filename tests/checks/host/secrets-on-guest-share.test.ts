import check from '../../../src/checks/host/secrets-on-guest-share.js';
import { beside, notSeen, ok } from '../../support/neighbouring.js';
import { share } from '../../support/smb-facts.js';
import { testCheck } from '../../support/test-check.js';

const systems = ['home-assistant'];
const shares = (...list: ReturnType<typeof share>[]) => [beside('smb', 445, { 'smb.shares': ok(list) })];

testCheck(check, {
  fail: [
    {
      name: 'guests read config',
      facts: {},
      context: { systems, neighbours: shares(share('config', 'nnnn', 'yyyy')) },
      because: '`config`',
    },
    {
      name: 'once, though two ports say it',
      facts: {},
      context: { systems, neighbours: [...shares(share('backup', 'nnnn', 'yyyn')), ...shares(share('backup', 'nnnn', 'yyyn'))] },
      because: '`backup` can be read',
    },
  ],
  pass: [
    { name: 'guests read music', facts: {}, context: { systems, neighbours: shares(share('media', 'nnnn', 'yyyn')) } },
    { name: 'config is closed', facts: {}, context: { systems, neighbours: shares(share('config', 'nnnn', 'nnnn')) } },
  ],
  unknown: [
    { name: 'the shares were not seen', facts: {}, context: { systems, neighbours: [beside('smb', 445, { 'smb.shares': notSeen })] } },
  ],
  'not-applicable': [
    { name: 'no Home Assistant', facts: {}, context: { neighbours: shares(share('config', 'nnnn', 'yyyy')) } },
    { name: 'no shares', facts: {}, context: { systems } },
  ],
});
