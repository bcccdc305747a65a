import { defineCheck, notApplicable } from '../check.js';
import { judgeDoor } from '../door.js';

export default defineCheck({
  id: 'neighbour/z2m-frontend-open',
  title: 'The Zigbee2MQTT frontend asks for a token',
  severity: 'high',
  subject: 'neighbour',
  requires: ['neighbour.zigbee2mqtt'],
  rationale: 'The frontend switches devices, lets new ones join and changes the settings.',
  remediation: 'In configuration.yaml of Zigbee2MQTT set `frontend.auth_token`, or `frontend.host: 127.0.0.1`.',
  references: ['https://www.zigbee2mqtt.io/guide/configuration/frontend.html'],
  mapping: { cwe: [306] },

  evaluate({ 'neighbour.zigbee2mqtt': look }) {
    if (look.door === 'onboarding') return notApplicable('the frontend is not there until the first start is finished');
    return judgeDoor('neighbour.zigbee2mqtt', look);
  },
});
