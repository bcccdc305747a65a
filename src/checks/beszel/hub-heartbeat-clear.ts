import { judgeEach } from '../beszel-config.js';
import { defineCheck, fail, pass, saw } from '../check.js';
import { hidden } from '../written.js';

export default defineCheck({
  id: 'beszel/hub-heartbeat-clear',
  title: 'The heartbeat of the hub leaves the house encrypted',
  severity: 'low',
  subject: 'beszel-hub',
  requires: ['beszel-hub.config'],
  rationale: 'The heartbeat names systems that are down, their hosts and the version; over http:// to everybody on the way.',
  remediation: 'Give `HEARTBEAT_URL` an https:// address, or set `HEARTBEAT_METHOD=GET`, which sends no body.',
  references: ['https://beszel.dev/guide/environment-variables'],
  mapping: { cwe: [319] },

  evaluate: ({ 'beszel-hub.config': hubs }) =>
    judgeEach(hubs, ({ heartbeat, place }) => {
      const { value } = heartbeat;
      if (!value)
        return hidden({ HEARTBEAT_URL: heartbeat }) ?? pass('no heartbeat is sent', saw('beszel-hub.config', 'no HEARTBEAT_URL', place));
      const exhibit = saw('beszel-hub.config', `HEARTBEAT_URL: ${value.scheme}://${value.host}`, heartbeat.place);
      if (value.scheme !== 'http' || value.near) return pass('it is encrypted, or stays on this host', exhibit);
      return fail('it is sent over http://', exhibit);
    }),
});
