import { valueOf } from '../../model/observation.js';
import type { Subject } from '../../model.js';
import { defineCheck, fail, failWith, pass, saw, unknown } from '../check.js';

/** The realm of add-ons that ask Home Assistant whether a password is right (Supervisor, api/auth.py). */
const REALM = 'Home Assistant Authentication';

export default defineCheck({
  id: 'home-assistant/addon-login-bypasses-ban',
  title: 'No add-on (app) beside it checks Home Assistant passwords without a limit',
  severity: 'medium',
  subject: 'home-assistant',
  requires: ['home-assistant.websocket-hello'],
  considers: ['home-assistant.supervisor-panel'],
  rationale: 'Add-ons ask the Supervisor, which records no address: the IP ban never learns of passwords that are tried there.',
  remediation:
    'Do not publish the port of the add-on (app): use it through ingress. In the Mosquitto broker add-on give each client an entry under `logins:`, and let Home Assistant users have long passwords.',
  references: ['https://github.com/home-assistant/addons/blob/master/mosquitto/DOCS.md'],
  mapping: { cwe: [307] },

  evaluate({ 'home-assistant.websocket-hello': { version } }, { neighbours }, { 'home-assistant.supervisor-panel': panel }) {
    const asking = neighbours.find(asksForHomeAssistantPassword);
    if (asking)
      return fail(`port ${asking.port} asks for Home Assistant passwords`, saw('http.root', `realm "${REALM}" on port ${asking.port}`));
    const broker = neighbours.find(({ kind, evidence }) => kind === 'mqtt' && valueOf(evidence['mqtt.anonymous-connect'])?.returnCode);
    const exhibit = saw('home-assistant.websocket-hello', `version ${version}`);
    if (!broker) return pass('no such login was found on the ports that were looked at', exhibit);
    const login = saw('mqtt.anonymous-connect', `the broker on port ${broker.port} asks for a login`);
    if (valueOf(panel)?.status !== 200) return unknown('whether the broker asks Home Assistant cannot be seen', login);
    return failWith({ confidence: 60 }, 'a broker beside a Supervisor usually checks Home Assistant passwords', login);
  },
});

const asksForHomeAssistantPassword = ({ evidence }: Subject) =>
  valueOf(evidence['http.root'])?.headers['www-authenticate']?.includes(REALM) ?? false;
