import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'beszel/hub-admin-ui-exposed',
  title: 'The dashboard of PocketBase is kept from the network',
  severity: 'medium',
  subject: 'beszel-hub',
  requires: ['beszel-hub.admin-ui'],
  rationale: 'Its login is that of the superuser: every record, every rule, every backup. Daily use of the hub does not need it.',
  remediation:
    'Let the proxy refuse `/_/` and `/api/collections/_superusers/` (nginx: `location /_/ { return 403; }`), and list the addresses of superusers in the settings of PocketBase.',
  references: ['https://pocketbase.io/docs/going-to-production/', 'https://beszel.dev/guide/reverse-proxy'],
  mapping: { cwe: [668] },

  evaluate({ 'beszel-hub.admin-ui': { status, isPocketBase } }, { exposure }) {
    const exhibit = saw('beszel-hub.admin-ui', `GET /_/: status ${status}${isPocketBase ? ', title PocketBase' : ''}`);
    if (!isPocketBase) return pass('the dashboard does not answer', exhibit);
    return exposure === 'loopback' ? notApplicable('it answers on loopback alone') : fail('the dashboard answers everybody', exhibit);
  },
});
