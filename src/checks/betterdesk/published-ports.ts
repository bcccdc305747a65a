import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/published-ports',
  title: 'Compose publishes API, console and database on loopback alone',
  severity: 'medium',
  subject: 'betterdesk',
  requires: ['betterdesk.config-published'],
  rationale:
    'Docker publishes on every address and past the firewall of the host: what only the console or a proxy needs is then everybody’s.',
  remediation: 'Write `127.0.0.1:21114:21114`, `127.0.0.1:5000:5000` and `127.0.0.1:5432:5432` under `ports:` in the compose file.',
  references: ['https://docs.docker.com/engine/network/port-publishing/'],
  mapping: { cwe: [668] },

  evaluate({ 'betterdesk.config-published': { ports } }) {
    const open = ports.filter(({ loopback }) => !loopback);
    const exhibits = open.map(({ service, host, container, place }) =>
      saw('betterdesk.config-published', `${service}: ${host} for ${container}, not on loopback`, place),
    );
    if (open.length > 0) return fail(`${open.map(({ container }) => container).join(', ')} beyond loopback`, ...exhibits);
    return pass('none is published beyond loopback', saw('betterdesk.config-published', `${ports.length} of them, on loopback`));
  },
});
