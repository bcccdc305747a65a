import { judgeEach } from '../beszel-config.js';
import { defineCheck, failWith, pass } from '../check.js';
import { hidden, written } from '../written.js';

/** A firewall may keep everybody but the proxy away. */
const BY_SETTINGS = 80;

export default defineCheck({
  id: 'beszel/hub-trusted-header-spoof',
  title: 'Nobody becomes a user of the hub by sending a header',
  severity: 'critical',
  subject: 'beszel-hub',
  requires: ['beszel-hub.config'],
  rationale: 'With TRUSTED_AUTH_HEADER whoever reaches the port past the proxy, and knows the address of a user, is that user.',
  remediation:
    'Let the proxy alone reach the hub (compose: publish `127.0.0.1:8090:8090` or nothing; else `--http=127.0.0.1:8090`) and make it strip the header from what comes in. Without single sign-on remove `TRUSTED_AUTH_HEADER`.',
  references: ['https://beszel.dev/guide/environment-variables'],
  mapping: { cwe: [290] },

  evaluate: ({ 'beszel-hub.config': hubs }) =>
    judgeEach(hubs, ({ trustedHeader, listen }) => {
      const exhibit = written('beszel-hub.config', 'TRUSTED_AUTH_HEADER', trustedHeader);
      if (!trustedHeader.value) return hidden({ TRUSTED_AUTH_HEADER: trustedHeader }) ?? pass('no header is trusted', exhibit);
      const where = written('beszel-hub.config', 'listens on', listen);
      if (listen.value === 'loopback' || listen.value === 'unpublished') return pass('only this host reaches the port', exhibit, where);
      return failWith(
        { confidence: BY_SETTINGS },
        'a header is trusted, and nothing in the files keeps others from the port',
        exhibit,
        where,
      );
    }),
});
