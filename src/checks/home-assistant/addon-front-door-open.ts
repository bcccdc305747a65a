import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'home-assistant/addon-front-door-open',
  title: 'Add-ons (apps) ask for a login on their own ports',
  severity: 'critical',
  subject: 'home-assistant',
  requires: ['home-assistant.config-apps'],
  rationale:
    '`leave_front_door_open` takes away the Home Assistant login in front of Node-RED, ESPHome, AdGuard or InfluxDB: whoever reaches the port runs them.',
  remediation: 'Remove `leave_front_door_open` from the configuration of the add-on and restart it, or empty its host port.',
  references: ['https://github.com/hassio-addons/addon-node-red/blob/main/node-red/DOCS.md'],
  mapping: { cwe: [306] },

  evaluate({ 'home-assistant.config-apps': { apps, place } }) {
    const open = apps.filter(({ frontDoorOpen, published }) => frontDoorOpen && published.length > 0);
    if (open.length === 0)
      return pass('none has its login turned off on a published port', saw('home-assistant.config-apps', `${apps.length} add-ons`, place));
    const exhibits = open.map(({ name, published }) =>
      saw(
        'home-assistant.config-apps',
        `${name}: leave_front_door_open: true, port ${published.map(({ host }) => host).join(', ')}`,
        place,
      ),
    );
    return fail(`${open.map(({ name }) => name).join(', ')} on the network without a login`, ...exhibits);
  },
});
