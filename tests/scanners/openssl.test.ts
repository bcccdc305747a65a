import { expect, test } from '@jest/globals';
import { tlsErrorInWords } from '../../src/scanners/openssl.js';

test.each([
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'TLS alert: certificate required, so it wants one of the client'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'TLS alert: handshake failure'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'TLS error: wrong version number'],
  ['ERR_TLS_DH_PARAM_SIZE', 'TLS error: dh param size'],
])('%s: %s', (code, words) => expect(tlsErrorInWords(code)).toBe(words));
