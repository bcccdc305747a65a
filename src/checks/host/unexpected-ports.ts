import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'host/unexpected-ports',
  title: 'Only ports that the system or the policy expects are open',
  severity: 'low',
  subject: 'port',
  requires: ['port.state'],
  rationale: 'Each open port is a program that strangers can talk to. What nobody expects, nobody updates and nobody watches.',
  remediation: {
    default:
      'Stop the service behind the port, bind it to 127.0.0.1, or publish it there (compose: `127.0.0.1:PORT:PORT`). If it is meant to be open, say so under `expect:` in porosity.yaml (target and ports).',
    'home-assistant':
      'Stop the service or add-on (app) behind the port, or bind it to 127.0.0.1. If it is meant to be open, say so under `expect:` in porosity.yaml (target and ports).',
  },
  references: ['https://www.home-assistant.io/docs/configuration/securing/'],
  mapping: { cwe: [1125], checklist: ['ha-2018/only-needed-ports'] },

  evaluate({ 'port.state': { reason } }, { expected, subject, systems }) {
    if (expected === undefined) return notApplicable('neither a recognised system nor a policy says which ports belong here');
    const exhibit = saw('port.state', `port ${subject.port} is open (${reason})`);
    if (expected) return pass('it is expected to be open', exhibit);
    const names = systems.join(', ');
    if (subject.role) return fail(`port ${subject.port} (${subject.role}) is open, which ${names} need not have on the network`, exhibit);
    return fail(`port ${subject.port} is open and ${names ? `no part of ${names}` : 'not in the policy'}`, exhibit);
  },
});
