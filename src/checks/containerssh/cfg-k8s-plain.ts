import { defineCheck, fail, failWith, notApplicable, saw } from '../check.js';
import { passByFile } from '../containerssh-files.js';
import { hidden, written } from '../written.js';

/** The library of Kubernetes then falls back to plain HTTP. */
const INFERRED = 80;

export default defineCheck({
  id: 'containerssh/cfg-k8s-plain',
  title: 'ContainerSSH speaks to Kubernetes by TLS',
  severity: 'high',
  subject: 'containerssh',
  requires: ['containerssh.config-kubernetes'],
  considers: ['containerssh.config'],
  rationale: 'The token that may start pods travels with every request. An address without a scheme and without a CA means plain HTTP.',
  remediation: 'Write `kubernetes.connection.host: https://…` and set `cacertFile`.',
  references: ['https://containerssh.io/reference/kubernetes/'],
  mapping: { cwe: [319] },

  evaluate({ 'containerssh.config-kubernetes': { used, host, certificates } }, _context, { 'containerssh.config': whole }) {
    if (!used) return notApplicable('`backend` is not kubernetes');
    const unclear = hidden({ 'kubernetes.connection.host': host });
    if (unclear) return unclear;
    const shown = [
      written('containerssh.config-kubernetes', 'kubernetes.connection.host', host),
      saw('containerssh.config-kubernetes', `certificates: ${certificates.join(', ') || 'none'}`),
    ];
    const address = host.value ?? '';
    if (/^http:\/\//i.test(address)) return fail('it is http://', ...shown);
    if (address === '') return notApplicable('no address is set: the one inside the cluster');
    if (!/^https:\/\//i.test(address) && certificates.length === 0)
      return failWith({ confidence: INFERRED }, 'it has neither a scheme nor a CA', ...shown);
    return passByFile(whole, 'it is https://, or has a CA', ...shown);
  },
});
