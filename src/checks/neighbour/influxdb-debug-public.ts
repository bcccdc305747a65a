import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'neighbour/influxdb-debug-public',
  title: 'The debug pages of InfluxDB are not public',
  severity: 'low',
  subject: 'neighbour',
  requires: ['neighbour.influxdb'],
  rationale: 'They show command line and memory figures, also where a login is needed for everything else.',
  remediation:
    'In influxdb.conf set `pprof-enabled = false` in the section `[http]`, and let the firewall pass only those who write and read.',
  references: ['https://docs.influxdata.com/influxdb/v1/administration/config/'],
  mapping: { cwe: [200] },

  evaluate({ 'neighbour.influxdb': { debugStatus } }) {
    const exhibit = saw('neighbour.influxdb', `GET /debug/vars answered ${debugStatus}`);
    return debugStatus === 200 ? fail('/debug/vars is shown to everybody', exhibit) : pass('/debug/vars is not shown', exhibit);
  },
});
