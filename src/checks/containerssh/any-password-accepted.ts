import { valueOf } from '../../model/observation.js';
import { defineCheck, failWith, passWith, saw, unknown } from '../check.js';

/** That the webhook beside the front is the one it asks is likely, not seen. */
const BY_ITS_WEBHOOK = 80;

export default defineCheck({
  id: 'containerssh/any-password-accepted',
  title: 'ContainerSSH lets nobody in by a password that was never set',
  severity: 'critical',
  subject: 'containerssh',
  requires: ['ssh.auth-methods'],
  rationale: 'The webhook alone compares passwords. One that says yes to every password gives a shell to everybody who reaches the port.',
  remediation:
    'In the webhook behind `auth.password.webhook.url` compare `passwordBase64` with what is stored for `username`, and answer `{"success": false}` otherwise.',
  references: ['https://containerssh.io/reference/auth-webhook/'],
  mapping: { cwe: [287] },

  evaluate(_facts, { neighbours }) {
    // Never on the front: a login that succeeds starts a container.
    for (const { port, evidence } of neighbours) {
      const password = valueOf(evidence['containerssh.webhook-logins'])?.password ?? null;
      if (password === null) continue;
      const exhibit = saw('containerssh.webhook-logins', `port ${port}, an invented user and password: ${password}`);
      return password
        ? failWith({ confidence: BY_ITS_WEBHOOK }, `the webhook on port ${port} takes an invented user with any password`, exhibit)
        : passWith({ confidence: BY_ITS_WEBHOOK }, `the webhook on port ${port} refused an invented user and password`, exhibit);
    }
    return unknown(
      'a password that is taken would start a container, so none is tried here; `--intrusive` asks a webhook on the same host',
    );
  },
});
