import check from '../../../src/checks/tls/forward-secrecy.js';
import { testCheck } from '../../support/test-check.js';

const session = (version: string, cipher: string) => ({
  'tls.session': { version, cipher, alpn: '', clientCertificate: 'none' as const },
});

testCheck(check, {
  pass: [
    { name: 'ECDHE', facts: session('TLSv1.2', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384') },
    { name: 'DHE', facts: session('TLSv1.0', 'TLS_DHE_RSA_WITH_AES_256_CBC_SHA') },
    { name: 'TLS 1.3', facts: session('TLSv1.3', 'TLS_AES_256_GCM_SHA384') },
  ],
  fail: [
    { name: 'the key of the certificate encrypts', facts: session('TLSv1.2', 'TLS_RSA_WITH_AES_256_GCM_SHA384') },
    { name: 'a fixed key', facts: session('TLSv1.2', 'TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384') },
    { name: 'a shared secret', facts: session('TLSv1.2', 'TLS_PSK_WITH_AES_128_CBC_SHA') },
  ],
});
