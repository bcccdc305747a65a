import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'containerssh/cfg-clientca-without-cert',
  title: 'A side service that names a client CA asks for client certificates',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['containerssh.config-services'],
  rationale:
    'Without `cert` and `key` the service speaks plain HTTP and ignores `clientcacert`, without a line in the log: it looks protected and is open.',
  remediation: 'Set `cert` and `key` beside `clientcacert` in config.yaml.',
  references: ['https://containerssh.io/reference/http/'],
  mapping: { cwe: [306] },

  evaluate({ 'containerssh.config-services': { services } }) {
    const hollow = services.filter(({ clientCa, tls }) => clientCa && !tls);
    if (hollow.length > 0) {
      const shown = hollow.map(({ key, place }) => saw('containerssh.config-services', `${key}: clientcacert alone`, place));
      return fail(`${hollow.map(({ key }) => key).join(', ')} has no cert and key: it is plain HTTP for everybody`, ...shown);
    }
    const shown = services.map(({ key, clientCa, place }) =>
      saw('containerssh.config-services', `${key}: clientcacert ${clientCa ? 'with cert and key' : 'not set'}`, place),
    );
    return pass('none names a client CA in vain', ...shown);
  },
});
