import { defineCheck } from '../check.js';
import { judgeDoor } from '../door.js';

export default defineCheck({
  id: 'neighbour/glances-open',
  title: 'Glances asks for a password',
  severity: 'medium',
  subject: 'neighbour',
  requires: ['neighbour.glances'],
  rationale: 'It shows the processes of the machine with their arguments, and these can hold secrets.',
  remediation: 'Start it with `--password`, or with `-B 127.0.0.1`.',
  references: ['https://glances.readthedocs.io/en/latest/quickstart.html'],
  mapping: { cwe: [306] },

  evaluate: ({ 'neighbour.glances': look }) => judgeDoor('neighbour.glances', look),
});
