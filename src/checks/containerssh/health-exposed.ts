import { healthIn } from '../../knowledge/containerssh.js';
import { valueOf } from '../../model/observation.js';
import type { Subject } from '../../model.js';
import { type CheckContext, defineCheck, fail, failWith, notApplicable, saw } from '../check.js';

/** The first page alone: that every other page says the same was not seen. */
const BY_ONE_PAGE = 80;

export default defineCheck({
  id: 'containerssh/health-exposed',
  title: 'The health page of ContainerSSH is not on the network',
  severity: 'low',
  subject: 'containerssh',
  considers: ['ssh.banner', 'containerssh.health'],
  rationale:
    'It tells strangers whether logins work. It is there even with `health.enable: false`, and on every address unless it is told otherwise.',
  remediation: 'In config.yaml set `health.listen: 127.0.0.1:7000`; `health.enable: false` does not close the port.',
  references: ['https://containerssh.io/reference/health/'],
  mapping: { cwe: [200] },

  evaluate(_facts, context, { 'containerssh.health': health }) {
    if (context.exposure === 'loopback') return notApplicable('seen on a loopback address, which strangers do not reach');
    const own = valueOf(health);
    if (own) return fail('anyone may read it', saw('containerssh.health', `"${own.answer}", on every page`));
    const beside = pageBeside(context);
    if (!beside) return notApplicable('no health page was met on the ports that were looked at');
    return failWith({ confidence: BY_ONE_PAGE }, `anyone may read it on port ${beside.port}`, saw('http.root', `"${beside.answer}"`));
  },
});

/** On another port, where that is not reported by itself. */
function pageBeside({ neighbours }: CheckContext): { readonly port: number | undefined; readonly answer: string } | undefined {
  const isKnown = ({ port }: Subject) => neighbours.some((other) => other.kind === 'containerssh' && other.port === port);
  for (const subject of neighbours) {
    const root = subject.kind === 'http' ? valueOf(subject.evidence['http.root']) : undefined;
    const answer = root && healthIn(root, root.bodyExcerpt);
    if (answer && !isKnown(subject)) return { port: subject.port, answer };
  }
  return undefined;
}
