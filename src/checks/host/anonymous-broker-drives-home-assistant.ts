import { valueOf } from '../../model/observation.js';
import { defineCheck, failWith, notApplicable, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'host/anonymous-broker-drives-home-assistant',
  title: 'The broker beside Home Assistant lets nobody speak in the name of its devices',
  severity: 'high',
  subject: 'host',
  rationale:
    'Home Assistant trusts what the bus says: without a login anybody can read every state, press every switch, and invent devices by MQTT discovery.',
  remediation:
    'In the Mosquitto broker add-on (app) give each client an entry under `logins:` (or a Home Assistant user) and remove `anonymous: true`; elsewhere set `allow_anonymous false` on every listener in mosquitto.conf.',
  references: ['https://www.home-assistant.io/integrations/mqtt/#mqtt-discovery'],
  mapping: { cwe: [306, 345], checklist: ['ha-2018/mqtt-logins'] },

  evaluate(_facts, { neighbours, systems }) {
    const brokers = neighbours.filter(({ kind, port }) => kind === 'mqtt' && port !== undefined);
    if (!systems.includes('home-assistant') || brokers.length === 0) return notApplicable('no Home Assistant with a broker was met here');
    const open = brokers.filter(({ evidence }) => valueOf(evidence['mqtt.anonymous-connect'])?.returnCode === 0);
    if (open.length > 0) {
      const exhibits = open.map(({ port }) => saw('mqtt.anonymous-connect', `port ${port}: CONNACK return code 0 without a user name`));
      // That this Home Assistant uses this broker is what the same host suggests, not what was seen.
      return failWith({ confidence: 80 }, 'everybody may publish on the broker of this host', ...exhibits);
    }
    const unseen = brokers.find(({ evidence }) => !evidence['mqtt.anonymous-connect']?.ok);
    if (unseen) return unknown(`the broker on port ${unseen.port} could not be looked at`);
    return pass('its broker asks for a login', saw('mqtt.anonymous-connect', `${brokers.length} listeners refuse strangers`));
  },
});
