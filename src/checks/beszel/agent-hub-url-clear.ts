import { judgeEach } from '../beszel-config.js';
import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';
import { hidden } from '../written.js';

const CLEAR: ReadonlySet<string> = new Set(['http', 'ws']);

export default defineCheck({
  id: 'beszel/agent-hub-url-clear',
  title: 'The agent reaches its hub through TLS',
  severity: 'medium',
  subject: 'beszel-agent',
  requires: ['beszel-agent.config'],
  rationale: 'Each time it connects the agent sends its token; over http:// everybody on the way can register in its place.',
  remediation:
    'Give `HUB_URL` the https:// address of the hub. The agent does not check the certificate, so where somebody may stand in between use a VPN as well.',
  references: ['https://beszel.dev/guide/security', 'https://beszel.dev/guide/reverse-proxy'],
  mapping: { cwe: [319] },

  evaluate: ({ 'beszel-agent.config': agents }) =>
    judgeEach(agents, ({ hubUrl }) => {
      const { value } = hubUrl;
      if (!value?.host) return hidden({ HUB_URL: hubUrl }) ?? notApplicable('HUB_URL is not set: it dials no hub');
      const exhibit = saw('beszel-agent.config', `HUB_URL: ${value.scheme}://${value.host}`, hubUrl.place);
      if (!CLEAR.has(value.scheme)) return pass('it dials the hub through TLS', exhibit);
      return value.near ? pass('it stays on this host', exhibit) : fail(`it sends its token to ${value.host} in clear text`, exhibit);
    }),
});
