import type { Facts } from '../../../src/model.js';
import { AGENT_OFFER } from '../../../src/knowledge/beszel.js';
import { banner } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/agent-profile-drift.js';
import { testCheck } from '../../support/test-check.js';

const STRICT = 'kex-strict-s-v00@openssh.com';
const stock: Facts['ssh.algorithms'] = {
  kex: [...AGENT_OFFER.kex, STRICT],
  serverHostKey: [...AGENT_OFFER.serverHostKey],
  ciphers: [...AGENT_OFFER.ciphers],
  macs: [...AGENT_OFFER.macs],
  compression: [...AGENT_OFFER.compression],
  strictKex: true,
};
const offering = (changed: Partial<Facts['ssh.algorithms']>, line = 'SSH-2.0-beszel_0.18.8') => ({
  ...banner(line),
  'ssh.algorithms': { ...stock, ...changed },
});

testCheck(check, {
  fail: [
    { name: 'another cipher', facts: offering({ ciphers: [...stock.ciphers, 'aes128-ctr'] }), because: 'ciphers' },
    { name: 'a host key of another type', facts: offering({ serverHostKey: ['ssh-ed25519'] }), because: 'serverHostKey' },
    { name: 'no strict key exchange', facts: offering({ kex: [...AGENT_OFFER.kex], strictKex: false }), because: 'strict' },
  ],
  pass: [
    { name: 'the stock lists', facts: offering({}) },
    { name: 'in another order', facts: offering({ kex: [STRICT, ...AGENT_OFFER.kex].reverse() }) },
  ],
  unknown: [
    { name: 'a release that nobody has looked at', facts: offering({ kex: ['mlkem768x25519-sha256', STRICT] }, 'SSH-2.0-beszel_0.19.0') },
  ],
  'not-applicable': [{ name: 'a release before 0.12', facts: offering({ ciphers: ['aes128-ctr'] }, 'SSH-2.0-Go') }],
});
