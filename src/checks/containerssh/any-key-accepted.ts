import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'containerssh/any-key-accepted',
  title: 'ContainerSSH turns away a key that nobody has registered',
  severity: 'critical',
  subject: 'containerssh',
  requires: ['containerssh.key-query'],
  rationale: 'The webhook alone decides who gets a shell. One that says yes to every key lets in everybody who can reach the port.',
  remediation:
    'In the webhook behind `auth.publicKey.webhook.url` compare `publicKey` with the keys stored for `username`, and answer `{"success": false}` otherwise.',
  references: ['https://containerssh.io/reference/auth-webhook/'],
  mapping: { cwe: [287] },

  evaluate({ 'containerssh.key-query': { answer, waitedMs } }) {
    const exhibit = saw('containerssh.key-query', `a fresh key for an invented user: ${answer} (${waitedMs} ms)`);
    if (answer === 'accepted') return fail('it would take a fresh key of an invented user', exhibit);
    if (answer === 'refused') return pass('it refused a fresh key of an invented user', exhibit);
    return unknown('it did not answer in time: its webhook is slow or fails, and it goes on trying', exhibit);
  },
});
