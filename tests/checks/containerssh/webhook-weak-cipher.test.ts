import check from '../../../src/checks/containerssh/webhook-weak-cipher.js';
import { TLS, webhook } from '../../support/containerssh-facts.js';
import { testCheck } from '../../support/test-check.js';

const takes = (...names: string[]) => ({
  facts: { ...webhook(), 'tls.ciphers': { accepted: names.map((name) => ({ version: 'TLSv1.2', name })), weakSought: [] } },
  ...TLS,
});

testCheck(check, {
  fail: [{ name: 'a stock Node service', ...takes('TLS_AES_128_GCM_SHA256', 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256') }],
  pass: [{ name: 'what ContainerSSH knows', ...takes('TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256') }],
  unknown: [{ name: 'not looked at', facts: webhook(), ...TLS }],
  'not-applicable': [{ name: 'plain HTTP', facts: webhook() }],
});
