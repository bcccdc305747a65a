import { DOCKER_PORT, healthIn, isBare404, isPageless, METRICS_PORT } from '../../knowledge/containerssh.js';
import type { Evidence } from '../../model.js';
import { type HttpSession, openSession } from '../http-client.js';
import { type AnyProductScanner, type Dial, observe, observeIf, valueOf } from '../scanner.js';
import { askAboutKey, askForKeyAgain } from './containerssh/key-query.js';
import { lookForDocker, lookForMetrics, readHealth, readMetrics } from './containerssh/side-services.js';
import { askConfigWebhook, askWebhook } from './containerssh/webhook.js';
import { tryInventedLogins, tryWrongPasswords } from './containerssh/webhook-logins.js';

/** The SSH front and the HTTP services around it; only the facts of what was met are there. Never asks for GSSAPI. */
const containerssh: AnyProductScanner = {
  kind: 'containerssh',
  over: ['ssh', 'http'],
  gather: (dial, evidence) => (evidence['ssh.banner'] ? lookAtFront(dial) : lookAtService(dial, evidence)),
};
export default containerssh;

/** Its metrics share a port with printers, which nobody talks to unasked: here the front has said what it is. */
async function lookAtFront(dial: Dial): Promise<Evidence> {
  const lookBeside = async <T>(port: number, look: (front: Dial) => Promise<T>) =>
    dial.to(port, 'tcp') ? observeIf(dial, 'active', () => look(dial)) : undefined;
  const [metrics, docker] = await Promise.all([lookBeside(METRICS_PORT, lookForMetrics), lookBeside(DOCKER_PORT, lookForDocker)]);
  return {
    'containerssh.second-key': await observe(() => askForKeyAgain(dial)),
    'containerssh.key-query': await observeIf(dial, 'intrusive', () => askAboutKey(dial)),
    ...ownAlone({
      ...(metrics ? { 'containerssh.metrics': metrics } : {}),
      ...(docker ? { 'containerssh.docker-api': docker } : {}),
    }),
  };
}

async function lookAtService(dial: Dial, evidence: Evidence): Promise<Evidence> {
  const root = valueOf(evidence['http.root']);
  if (!root) return {};
  const session = openSession(dial);
  try {
    const answer = healthIn(root, root.bodyExcerpt);
    if (answer) return { 'containerssh.health': await observe(() => readHealth(session, answer)) };
    const metrics = isBare404(root) ? ownAlone({ 'containerssh.metrics': await observe(() => readMetrics(session, dial.port)) }) : {};
    if (metrics['containerssh.metrics']?.ok || !isPageless(root)) return metrics;
    return { ...metrics, ...(await lookAtWebhook(dial, session)) };
  } finally {
    session.close();
  }
}

async function lookAtWebhook(dial: Dial, session: HttpSession): Promise<Evidence> {
  const webhook = await observeIf(dial, 'active', () => askWebhook(session));
  const logins = webhook.ok
    ? {
        'containerssh.webhook-logins': await observeIf(dial, 'intrusive', () => tryInventedLogins(session, webhook.value)),
        'containerssh.lockout': await observeIf(dial, 'intrusive', () => tryWrongPasswords(session)),
      }
    : {};
  const config = await observeIf(dial, 'intrusive', () => askConfigWebhook(session));
  return ownAlone({
    'containerssh.auth-webhook': webhook,
    ...logins,
    'containerssh.served-config': config,
  });
}

/** Without what another program answered: that is no fact about ContainerSSH. */
function ownAlone(facts: Evidence): Evidence {
  return Object.fromEntries(Object.entries(facts).filter(([, seen]) => seen.ok || seen.failure.kind !== 'protocol'));
}
