import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'home-assistant/ipv6-global',
  title: 'Home Assistant does not answer on a global IPv6 address',
  severity: 'medium',
  subject: 'home-assistant',
  requires: ['http.root'],
  rationale: 'It listens on every IPv6 address of the machine. A global one is reachable from the Internet without any port forwarding.',
  remediation:
    'Let the router drop inbound IPv6 connections to this machine, or set `server_host:` under `http:` in configuration.yaml to the addresses that should answer.',
  references: ['https://www.home-assistant.io/integrations/http/#server_host'],
  mapping: { cwe: [668], checklist: ['ha-2018/frontend-access'] },

  evaluate({ 'http.root': { status } }, { exposure, subject: { target } }) {
    if (!target.address.includes(':')) return notApplicable('it was asked over IPv4');
    const exhibit = saw('http.root', `status ${status} on ${target.address}`);
    return exposure === 'public' ? fail('it answers on a global IPv6 address', exhibit) : pass('the address is not a global one', exhibit);
  },
});
