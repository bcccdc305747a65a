import { defineCheck, fail, saw } from '../check.js';

export default defineCheck({
  id: 'containerssh/config-webhook-reachable',
  title: 'The configuration webhook answers nobody but ContainerSSH',
  severity: 'high',
  subject: 'containerssh',
  requires: ['containerssh.served-config'],
  rationale: 'It hands out the configuration of a login: images, mounts, addresses and often credentials of the backend.',
  remediation:
    'Let the service behind `configserver.url` demand client certificates (`configserver.cert` and `key` in config.yaml), or bind it to a private network of its own.',
  references: ['https://containerssh.io/reference/configserver/'],
  mapping: { cwe: [306] },

  evaluate: ({ 'containerssh.served-config': { secrets } }) =>
    fail(
      'it answered an invented user',
      saw('containerssh.served-config', `POST /config gave a configuration with ${secrets.length} secrets`),
    ),
});
