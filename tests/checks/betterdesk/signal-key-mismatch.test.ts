import check from '../../../src/checks/betterdesk/signal-key-mismatch.js';
import { beside, notSeen, ok } from '../../support/neighbouring.js';
import { testCheck } from '../../support/test-check.js';

const SERVED = '2my0eQ+hlXufUtebdCC/OrjsqGpYi72/e6jZ2tl/Oe0=';
/** What BetterDesk 2.4.0 opened with, and the key that its API named. */
const opened = {
  'rustdesk.key-exchange': {
    signature: 'MjOCr+lfFSZbpbUWLtRYo4ece5+REKOsCWYkslFvhX1F8Tjdp1ThNT49pLRXeQhyVpyIbO3K3vfWYsK8DLwlDA==',
    publicKey: 'tch9WdqMx2SUlBE+knpNrsBdk9iimHRL5DhF+2qIyz0=',
    plainAnswered: true,
  },
};
const api = (key: string) => ({ neighbours: [beside('betterdesk', 21114, { 'betterdesk.public-key': ok({ key }) })] });

testCheck(check, {
  fail: [{ name: 'another key', facts: opened, context: api(Buffer.alloc(32, 7).toString('base64')) }],
  pass: [
    { name: 'the key of the API', facts: opened, context: api(SERVED) },
    {
      name: 'the key of the client API',
      facts: opened,
      context: { neighbours: [beside('betterdesk-console', 21121, { 'betterdesk-console.client-api': ok({ status: 200, key: SERVED }) })] },
    },
  ],
  unknown: [
    {
      name: 'the API does not name its key',
      facts: opened,
      context: { neighbours: [beside('betterdesk', 21114, { 'betterdesk.public-key': notSeen })] },
    },
  ],
  'not-applicable': [{ name: 'there is no API', facts: opened }],
});
