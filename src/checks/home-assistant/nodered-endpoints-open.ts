import { defineCheck, failWith, notApplicable, pass, saw } from '../check.js';

/** Whether a flow has an endpoint at all does not stand in the options. */
const BY_OPTIONS = 70;

export default defineCheck({
  id: 'home-assistant/nodered-endpoints-open',
  title: 'HTTP endpoints of Node-RED flows ask for a login',
  severity: 'low',
  subject: 'home-assistant',
  requires: ['home-assistant.config-apps'],
  rationale: 'What lies under /endpoint/ is not behind the login of Home Assistant: a flow with an HTTP node takes requests from anybody.',
  remediation: 'Set `username` and `password` under `http_node:` in the configuration of the Node-RED add-on (app).',
  references: ['https://github.com/hassio-addons/addon-node-red/blob/main/node-red/DOCS.md'],
  mapping: { cwe: [306] },

  evaluate({ 'home-assistant.config-apps': { apps, place } }) {
    const node = apps.find(({ nodeLogin }) => nodeLogin !== null);
    if (!node) return notApplicable('the Node-RED add-on (app) is not installed');
    if (node.published.length === 0) return notApplicable('Node-RED has no port on the host');
    const exhibit = saw('home-assistant.config-apps', `${node.name}: http_node ${node.nodeLogin ? 'has a login' : 'is empty'}`, place);
    if (node.nodeLogin) return pass('http_node has a login', exhibit);
    return failWith({ confidence: BY_OPTIONS }, 'http_node has no user name, so endpoints of flows are open', exhibit);
  },
});
