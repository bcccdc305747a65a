import { isAccepted, wantsLogin } from '../../knowledge/mqtt-reason-codes.js';
import { defineCheck, fail, failWith, notApplicable, pass, passWith, saw, unknown } from '../check.js';
import { listenersFor, showListener, takesAnyone } from '../mqtt-listeners.js';

/** What is known where only the broker's own topics came: nobody published in the second that we listened. */
const BY_ITS_OWN_TOPICS = 85;
/** The broker counts every ten seconds: a message may be gone since. */
const BY_ITS_OWN_COUNT = 85;

export default defineCheck({
  id: 'mqtt/anonymous-subscribe',
  title: 'Clients without credentials cannot read what passes over the MQTT broker',
  severity: 'high',
  subject: 'mqtt',
  requires: ['mqtt.anonymous-connect'],
  considers: ['mqtt.anonymous-subscribe'],
  files: {
    requires: ['mqtt.config'],
    evaluate({ 'mqtt.config': config }, { subject }) {
      const listeners = listenersFor(config, subject);
      if (listeners.length === 0) return notApplicable('its file has no listener for the network here');
      const open = listeners.filter((listener) => takesAnyone(listener) !== false);
      const free = open.filter(
        (listener) => takesAnyone(listener) && !listener.accessList && listener.logins.every(({ kind }) => kind !== 'plugin'),
      );
      if (free.length > 0) return fail('it takes everybody, and no `acl_file` withholds a topic', ...free.map(showListener));
      if (config.unread.length > 0 || open.length > 0)
        return unknown('what clients without credentials may read does not follow from its file');
      return pass('every listener asks for credentials', ...listeners.map(showListener));
    },
  },
  rationale:
    'A subscription to `#` delivers every message: when doors open, who is at home, and in many set-ups tokens and Wi-Fi passwords of devices.',
  remediation: {
    default:
      'In mosquitto.conf set `allow_anonymous false`; if some device cannot log in, name an `acl_file` and give clients without a user name only the topics they need.',
    'home-assistant':
      'In the Mosquitto broker add-on (app) give each client an entry under `logins:`; a device that cannot log in needs an `acl_file` in /share/mosquitto with only its own topics (`customize: active: true`).',
  },
  references: ['https://mosquitto.org/man/mosquitto-conf-5.html'],
  mapping: { cwe: [306, 200] },

  evaluate({ 'mqtt.anonymous-connect': { returnCode } }, _context, { 'mqtt.anonymous-subscribe': subscription }) {
    const session = saw('mqtt.anonymous-connect', `CONNACK return code ${returnCode}`);
    if (wantsLogin(returnCode)) return pass('it opened no session without credentials', session);
    if (!isAccepted(returnCode)) return unknown(`it refused for another reason (return code ${returnCode})`, session);
    if (!subscription?.ok) return unknown(`the subscription could not be seen: ${subscription?.failure.detail ?? 'not looked at'}`);
    const { granted, received, userMessages = 0, withheld = 0 } = subscription.value;
    const exhibit = saw('mqtt.anonymous-subscribe', `\`#\` ${granted ? 'granted' : 'refused'}, messages delivered: ${received}`);
    if (userMessages > 0) return fail('it delivered messages on `#` to a client without a user name', exhibit);
    if (!granted) return pass('it refused a subscription to `#`', exhibit);
    if (withheld > 0) {
      return passWith({ confidence: BY_ITS_OWN_COUNT }, `it withheld the ${withheld} retained messages that it counts`, exhibit);
    }
    if (received > 0) {
      return failWith(
        { confidence: BY_ITS_OWN_TOPICS },
        'it granted `#` and delivered its own `$SYS` topics; nobody else published while we listened',
        exhibit,
      );
    }
    // A grant proves nothing: Mosquitto grants what its access list then withholds.
    return unknown('it granted `#` but delivered nothing: either nobody published, or an access list withholds it', exhibit);
  },
});
