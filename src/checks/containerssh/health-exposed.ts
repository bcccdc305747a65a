import { healthIn } from '../../knowledge/containerssh.js';
import { valueOf } from '../../model/observation.js';
import type { Subject } from '../../model.js';
import { type CheckContext, defineCheck, fail, failWith, notApplicable, saw, unknown } from '../check.js';
import { AT_THE_FRONT, contradicts, isFront, isSeenBeside, judgeListening, serviceNamed } from '../containerssh-files.js';

/** The first page alone: that every other page says the same was not seen. */
const BY_ONE_PAGE = 80;

export default defineCheck({
  id: 'containerssh/health-exposed',
  title: 'The health page of ContainerSSH is not on the network',
  severity: 'low',
  subject: 'containerssh',
  considers: ['ssh.banner', 'containerssh.health'],
  files: {
    requires: ['containerssh.config-services', 'containerssh.config'],
    evaluate({ 'containerssh.config-services': { services }, 'containerssh.config': { laterKey } }, context) {
      const health = services.find(({ key }) => key === 'health');
      if (!health || !isFront(context)) return notApplicable(AT_THE_FRONT);
      if (isSeenBeside(context, 'containerssh.health')) return notApplicable('it is judged where it was seen');
      const verdict = judgeListening(health);
      // 0.4 has no health page.
      return laterKey || verdict.outcome === 'pass' ? verdict : notApplicable('the file does not tell whether its release has one');
    },
  },
  rationale:
    'It tells strangers whether logins work. It is there even with `health.enable: false`, and on every address unless it is told otherwise.',
  remediation: 'In config.yaml set `health.listen: 127.0.0.1:7000`; `health.enable: false` does not close the port.',
  references: ['https://containerssh.io/reference/health/'],
  mapping: { cwe: [200] },

  evaluate(_facts, context, { 'containerssh.health': health }) {
    if (context.exposure === 'loopback') return notApplicable('seen on a loopback address, which strangers do not reach');
    const own = valueOf(health);
    const beside = own ? undefined : pageBeside(context);
    if ((own || beside) && serviceNamed(context.subject, /^health$/)?.onLoopback) return unknown(contradicts('it'));
    if (own) return fail('anyone may read it', saw('containerssh.health', `"${own.answer}", on every page`));
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
