import { defineCheck } from '../check.js';
import { judgeDoor } from '../door.js';

export default defineCheck({
  id: 'neighbour/influxdb-no-auth',
  title: 'InfluxDB asks for a login',
  severity: 'high',
  subject: 'neighbour',
  requires: ['neighbour.influxdb'],
  rationale: 'Everybody on the network can read, change and delete the recorded history.',
  remediation: 'In influxdb.conf set `auth-enabled = true` in the section `[http]` and create an administrator first.',
  references: ['https://docs.influxdata.com/influxdb/v1/administration/authentication_and_authorization/'],
  mapping: { cwe: [306] },

  evaluate: ({ 'neighbour.influxdb': look }) => judgeDoor('neighbour.influxdb', look),
});
