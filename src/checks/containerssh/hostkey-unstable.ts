import { defineCheck, fail, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'containerssh/hostkey-unstable',
  title: 'ContainerSSH shows the same host key every time',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['ssh.host-keys', 'containerssh.second-key'],
  rationale:
    'Without `ssh.hostkeys` each start makes a key, and each replica its own. Users learn to accept any, that of an attacker included.',
  remediation:
    'Make one key with `ssh-keygen -t ed25519 -f /etc/containerssh/host_ed25519 -N ""`, list it in `ssh.hostkeys` of config.yaml, and give every replica the same.',
  references: ['https://containerssh.io/reference/ssh/'],
  mapping: { cwe: [322] },

  evaluate({ 'ssh.host-keys': keys, 'containerssh.second-key': second }) {
    const first = keys.find(({ type }) => type === second.type);
    if (!first) return unknown(`two connections were shown keys of different types, ${second.type} the second time`);
    const shown = [saw('ssh.host-keys', first.fingerprint), saw('containerssh.second-key', second.fingerprint)];
    if (first.fingerprint !== second.fingerprint) return fail(`two connections were shown two keys of type ${second.type}`, ...shown);
    return unknown('two connections were shown the same key; whether a restart changes it tells a later run with `--baseline`', ...shown);
  },
});
