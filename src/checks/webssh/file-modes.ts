import { defineCheck, failWith, pass, saw } from '../check.js';

export default defineCheck({
  id: 'webssh/file-modes',
  title: 'Secret files of WebSSH can be read by their owner alone',
  severity: 'high',
  subject: 'webssh',
  requires: ['webssh.config-data'],
  rationale: 'Stored keys and the database are worth as much as the servers that they open; the mode of the folder may protect them still.',
  remediation: '`chmod 700` the data, keys and logs folders, `chmod 600` the files in them, and `chown` them to the user of the container.',
  references: ['https://github.com/bifrost0x/webssh', 'https://github.com/minhtuancn/webssh/security/policy'],
  mapping: { cwe: [732] },

  evaluate({ 'webssh.config-data': { loose, files } }) {
    const exhibits = loose.map(({ path, mode }) => saw('webssh.config-data', `mode ${mode}`, { file: path }));
    if (loose.length > 0) return failWith({ confidence: 80 }, `${loose.length} of ${files} files may be read by others`, ...exhibits);
    return pass('others may read none of them', saw('webssh.config-data', `${files} files`));
  },
});
