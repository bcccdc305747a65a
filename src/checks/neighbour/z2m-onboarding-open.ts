import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'neighbour/z2m-onboarding-open',
  title: 'The first start of Zigbee2MQTT is finished',
  severity: 'critical',
  subject: 'neighbour',
  requires: ['neighbour.zigbee2mqtt'],
  rationale: 'Whoever submits the form first chooses the coordinator, the network key and the broker.',
  remediation: 'Open the page and finish the onboarding now; then set `frontend.auth_token` in configuration.yaml of Zigbee2MQTT.',
  references: ['https://www.zigbee2mqtt.io/guide/getting-started/'],
  mapping: { cwe: [306] },

  evaluate({ 'neighbour.zigbee2mqtt': { door, saw: words } }) {
    const exhibit = saw('neighbour.zigbee2mqtt', words);
    return door === 'onboarding'
      ? fail('everybody may submit the form of the first start', exhibit)
      : pass('its frontend is there', exhibit);
  },
});
