import { defineCheck, saw } from '../check.js';
import { judgeContradictions } from '../contradictions.js';
import anonymousAccess from './anonymous-access.js';
import plaintext from './plaintext.js';

export default defineCheck({
  id: 'mqtt/restart-pending',
  title: 'The running MQTT broker does what its file says',
  severity: 'medium',
  subject: 'mqtt',
  requires: ['mqtt.config'],
  considers: ['mqtt.anonymous-connect', 'mqtt.transport'],
  rationale: 'A setting that stands in a file and is not in force protects nobody, and its owner believes that it does.',
  remediation:
    'Restart Mosquitto (`systemctl restart mosquitto`; the add-on (app) under its Info page): a reload takes over logins, not listeners. If it stays, compare the file named here with the one that runs (`mosquitto -c`).',
  references: ['https://mosquitto.org/man/mosquitto-8.html'],
  mapping: { cwe: [1188] },

  evaluate: (_facts, context) =>
    judgeContradictions([anonymousAccess, plaintext], context, saw('mqtt.config', 'allow_anonymous, certfile')),
});
