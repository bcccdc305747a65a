import { defineCheck, failWith, notApplicable, saw } from '../check.js';
import { passByFile } from '../containerssh-files.js';

/** These give the node away at once; the network alone opens a way. */
const AT_ONCE = /^(?:privileged|hostPath|hostpid)/;

export default defineCheck({
  id: 'containerssh/cfg-k8s-escape',
  title: 'A guest of ContainerSSH stays in its pod',
  severity: 'critical',
  subject: 'containerssh',
  requires: ['containerssh.config-kubernetes'],
  considers: ['containerssh.config'],
  rationale: 'Everybody who logs in gets this pod. With the node’s namespaces or folders in it, everybody gets the node.',
  remediation: 'Remove what is named here from `kubernetes.pod.spec`, and enforce the Pod Security Standard `restricted` on the namespace.',
  references: ['https://containerssh.io/reference/hardening/', 'https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  mapping: { cwe: [250] },

  evaluate({ 'containerssh.config-kubernetes': { used, escapes } }, _context, { 'containerssh.config': whole }) {
    if (!used) return notApplicable('`backend` is not kubernetes');
    if (escapes.length === 0) return passByFile(whole, 'no way out is set', saw('containerssh.config-kubernetes', 'kubernetes.pod.spec'));
    const shown = escapes.map(({ text, place }) => saw('containerssh.config-kubernetes', text, place));
    const severity = escapes.some(({ text }) => AT_ONCE.test(text)) ? 'critical' : 'high';
    return failWith({ severity }, `it sets ${escapes.map(({ text }) => text).join(', ')}`, ...shown);
  },
});
