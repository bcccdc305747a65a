import { defineCheck, fail, pass, saw } from '../check.js';

const SHOWN = 10;

export default defineCheck({
  id: 'containerssh/cfg-unknown-keys',
  title: 'ContainerSSH knows every key of config.yaml',
  severity: 'info',
  subject: 'containerssh',
  requires: ['containerssh.config'],
  rationale: 'It does not start with an unknown key: this file is not what the running server uses, and what it says protects nothing.',
  remediation:
    'Rename or remove the keys: `curves` for `curve`, `publicKey` for `pubkey`, `configserver` for `configuration`, `ssh.listen` for `listen`, `docker` and `kubernetes` for `dockerrun` and `kuberun`.',
  references: ['https://containerssh.io/reference/'],
  mapping: { cwe: [1164] },

  evaluate({ 'containerssh.config': { unknownKeys, place } }) {
    const shown = unknownKeys.slice(0, SHOWN).map(({ text, place: at }) => saw('containerssh.config', text, at));
    if (unknownKeys.length > 0)
      return fail(
        `it does not know ${unknownKeys
          .slice(0, SHOWN)
          .map(({ text }) => text)
          .join(', ')}`,
        ...shown,
      );
    return pass(
      'it knows those that were looked at',
      saw('containerssh.config', 'every section but what belongs to Docker, Kubernetes and GitHub', place),
    );
  },
});
