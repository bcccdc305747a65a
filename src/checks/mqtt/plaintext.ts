import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';
import { listenersFor, showListener } from '../mqtt-listeners.js';

export default defineCheck({
  id: 'mqtt/plaintext',
  title: 'MQTT is encrypted on its way to the broker',
  severity: 'medium',
  subject: 'mqtt',
  requires: ['mqtt.transport'],
  files: {
    requires: ['mqtt.config'],
    evaluate({ 'mqtt.config': config }, { subject, exposure }) {
      if (exposure === 'loopback') return notApplicable('seen on a loopback address, where nothing passes over a network');
      const listeners = listenersFor(config, subject);
      if (listeners.length === 0) return notApplicable('its file has no listener for the network here');
      const plain = listeners.filter(({ encrypted }) => !encrypted);
      if (plain.length > 0) return fail('a listener has no `certfile` and `keyfile`', ...plain.map(showListener));
      if (config.unread.length > 0) return unknown(`a part of the file could not be read: ${config.unread[0]}`);
      return pass('every listener has a certificate', ...listeners.map(showListener));
    },
  },
  rationale:
    'User names, passwords and every message can be read along the way. Where the broker checks Home Assistant’s own users, those passwords travel, too.',
  remediation: {
    default:
      'In mosquitto.conf open a `listener 8883` with `certfile` and `keyfile`, move the clients there, and bind the plain one to `listener 1883 127.0.0.1`.',
    'home-assistant':
      'Set `certfile` and `keyfile` in the Mosquitto broker add-on (app), move the clients to 8883, and empty the host ports of 1883 and 1884 under its network settings: other add-ons reach the broker without them.',
  },
  references: ['https://mosquitto.org/man/mosquitto-tls-7.html'],
  mapping: { cwe: [319], checklist: ['ha-2018/mqtt-certificates'] },

  evaluate({ 'mqtt.transport': { kind, path } }, { subject, exposure }) {
    const over = kind === 'websocket' ? `a WebSocket (${path})` : 'TCP';
    if (subject.tls) return pass('it is spoken inside TLS', saw('mqtt.transport', `${over} inside TLS`));
    if (exposure === 'loopback') return notApplicable('seen on a loopback address, where nothing passes over a network');
    return fail(`it is spoken over plain ${kind === 'websocket' ? 'WebSocket' : 'TCP'}`, saw('mqtt.transport', `${over} without TLS`));
  },
});
