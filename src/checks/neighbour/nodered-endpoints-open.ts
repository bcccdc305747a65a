import { defineCheck, failWith, pass, saw } from '../check.js';

const UNAUTHORISED = 401;

export default defineCheck({
  id: 'neighbour/nodered-endpoints-open',
  title: 'HTTP endpoints of Node-RED flows ask for a login',
  severity: 'low',
  subject: 'neighbour',
  requires: ['neighbour.node-red'],
  rationale: '`http in` nodes answer everybody, also where the editor asks for a login.',
  remediation: 'In settings.js set `httpNodeAuth` (and `httpStaticAuth` where files are served).',
  references: ['https://nodered.org/docs/user-guide/runtime/securing-node-red#http-node-security'],
  mapping: { cwe: [306] },

  evaluate({ 'neighbour.node-red': { unknownPathStatus } }) {
    const exhibit = saw('neighbour.node-red', `an invented path answered ${unknownPathStatus}`);
    if (unknownPathStatus === UNAUTHORISED) return pass('every path asks for a login', exhibit);
    // Whether any flow has such a node cannot be seen from outside.
    return failWith({ confidence: 60 }, 'paths of flows, if there are any, answer without a login (inferred)', exhibit);
  },
});
