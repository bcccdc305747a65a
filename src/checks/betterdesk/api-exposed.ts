import { defineCheck, failWith, notApplicable, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/api-exposed',
  title: 'The management API is not reachable from the network',
  severity: 'medium',
  subject: 'betterdesk',
  requires: ['betterdesk.health'],
  rationale:
    'Only the web console on the same host needs the API on 21114. It listens on every address, and everything it guards hangs on one key.',
  remediation:
    'Publish 21114 on 127.0.0.1 or on the container network only (`127.0.0.1:21114:21114` under `ports:` in the compose file), or drop it in the firewall: the server has no setting for the address.',
  references: ['https://github.com/UNITRONIX/BetterDesk', 'https://docs.docker.com/engine/network/port-publishing/'],
  mapping: { cwe: [668] },

  evaluate({ 'betterdesk.health': { version } }, { exposure }) {
    if (exposure === 'loopback') return notApplicable('it was looked at on loopback, where the console needs it');
    const exhibit = saw('betterdesk.health', `GET /api/health answered, version ${version || 'not named'}`);
    return failWith({ severity: exposure === 'public' ? 'high' : 'medium' }, 'it answers from outside the host', exhibit);
  },
});
