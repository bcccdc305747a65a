import { defineCheck, fail, pass } from '../check.js';
import { written } from '../written.js';

const CONFIG = 'webssh.config';

export default defineCheck({
  id: 'webssh/multi-worker',
  title: 'WebSSH runs in one process',
  severity: 'medium',
  subject: 'webssh',
  requires: ['webssh.config'],
  rationale:
    'The login limit and running sessions live in the memory of a process: each further worker multiplies the limit and loses sessions.',
  remediation: 'Run one gunicorn worker: remove `-w`, `--workers` and WEB_CONCURRENCY.',
  references: ['https://github.com/bifrost0x/webssh', 'https://github.com/minhtuancn/webssh/security/policy'],
  mapping: { cwe: [307] },

  evaluate({ 'webssh.config': { workers } }) {
    const exhibit = written(CONFIG, 'workers', workers);
    return workers.value !== null && workers.value > 1
      ? fail(`${workers.value} workers are started`, exhibit)
      : pass('one worker is started', exhibit);
  },
});
