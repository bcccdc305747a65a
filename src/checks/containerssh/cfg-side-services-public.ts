import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'containerssh/cfg-side-services-public',
  title: 'The side services that config.yaml names are not open to the network',
  severity: 'low',
  subject: 'containerssh',
  requires: ['containerssh.config-services'],
  rationale: 'Health page, metrics and the OAuth2 page listen on every address, IPv6 included, unless they are told otherwise.',
  remediation:
    'Set `listen: 127.0.0.1:…` under `health`, `metrics` and `oauth2.redirect`; `health.enable: false` does not close the port. Metrics that travel need `cert`, `key` and `clientcacert`.',
  references: ['https://containerssh.io/reference/health/', 'https://containerssh.io/reference/metrics/'],
  mapping: { cwe: [668] },

  evaluate({ 'containerssh.config-services': { services } }) {
    // A health page that the file does not name is `health-exposed`.
    const named = services.filter(({ key, place }) => key !== 'health' || place);
    // The OAuth2 page is for users: encrypted, it may be reached.
    const open = named.filter(({ key, onLoopback, tls, clientCa }) => !onLoopback && !(tls && (clientCa || key.endsWith('redirect'))));
    const shown = (open.length > 0 ? open : named).map(({ key, listen, place }) =>
      saw('containerssh.config-services', `${key}.listen: ${listen.value ?? 'not set, so every address'}`, listen.place ?? place),
    );
    if (open.length > 0) return fail(`${open.map(({ key }) => key).join(', ')} may be reached from the network`, ...shown);
    return pass('none may be reached from the network unguarded', ...shown);
  },
});
