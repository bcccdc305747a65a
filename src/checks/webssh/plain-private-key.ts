import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'webssh/plain-private-key',
  title: 'Stored SSH keys are encrypted',
  severity: 'critical',
  subject: 'webssh',
  requires: ['webssh.config-data'],
  rationale: 'A private key in plain text opens its servers for whoever gets a backup or the volume.',
  remediation: 'Upload the key again through WebSSH, delete this file, and replace the key pair on the servers.',
  references: ['https://github.com/bifrost0x/webssh', 'https://github.com/minhtuancn/webssh/security/policy'],
  mapping: { cwe: [312] },

  evaluate({ 'webssh.config-data': { plainKeys, files } }) {
    const exhibits = plainKeys.map(({ path, why }) => saw('webssh.config-data', why, { file: path }));
    if (plainKeys.length > 0) return fail(`${plainKeys.length} private keys lie in plain text`, ...exhibits);
    return pass('none lies in plain text', saw('webssh.config-data', `${files} files`));
  },
});
