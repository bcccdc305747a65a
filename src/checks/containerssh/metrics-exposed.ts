import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';
import { AT_THE_FRONT, isFront, isSeenBeside, judgeListening, serviceNamed } from '../containerssh-files.js';

export default defineCheck({
  id: 'containerssh/metrics-exposed',
  title: 'The metrics of ContainerSSH are not on the network',
  severity: 'low',
  subject: 'containerssh',
  requires: ['containerssh.metrics'],
  files: {
    requires: ['containerssh.config-services'],
    evaluate(_facts, context) {
      if (!isFront(context)) return notApplicable(AT_THE_FRONT);
      if (isSeenBeside(context, 'containerssh.metrics')) return notApplicable('they are judged where they were seen');
      const metrics = serviceNamed(context.subject, /^metrics$/);
      return metrics ? judgeListening(metrics) : notApplicable('they are off');
    },
  },
  rationale: 'They count logins and failures, by country where GeoIP is on, and name the backend and the methods in use.',
  remediation: 'In config.yaml set `metrics.listen: 127.0.0.1:9100`, or give `metrics` all three of `cert`, `key` and `clientcacert`.',
  references: ['https://containerssh.io/reference/metrics/'],
  mapping: { cwe: [200] },

  evaluate({ 'containerssh.metrics': { port, state, names, tells } }, { exposure }) {
    if (state === 'closed') return notApplicable(`nothing listens on port ${port}`);
    const exhibit = saw('containerssh.metrics', [`port ${port}`, `${names.length} metrics`, ...tells].join(', '));
    if (state === 'guarded') return pass(`port ${port} wants a client certificate`, exhibit);
    if (exposure === 'loopback') return notApplicable('seen on a loopback address, which strangers do not reach');
    return fail(`anyone may read them on port ${port}`, exhibit);
  },
});
