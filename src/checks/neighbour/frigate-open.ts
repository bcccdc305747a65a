import { defineCheck } from '../check.js';
import { judgeDoor } from '../door.js';

export default defineCheck({
  id: 'neighbour/frigate-open',
  title: 'Frigate asks for a login',
  severity: 'high',
  subject: 'neighbour',
  requires: ['neighbour.frigate'],
  rationale: 'Everybody on the network can watch the cameras and their recordings, and change the configuration.',
  remediation: 'Publish port 8971, which asks for a login, and leave port 5000 to the container network.',
  references: ['https://docs.frigate.video/configuration/authentication'],
  mapping: { cwe: [306] },

  evaluate: ({ 'neighbour.frigate': look }) => judgeDoor('neighbour.frigate', look),
});
