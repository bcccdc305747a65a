import { defineCheck, failWith, passWith, saw, unknown } from '../check.js';

/** Keys are told by their names. */
const BY_NAME = 80;
/** Where the house stands is private, but it opens nothing. */
const LOCATION = /latitude/i;

export default defineCheck({
  id: 'home-assistant/plaintext-secrets',
  title: 'Passwords and tokens stand in secrets.yaml, not in the configuration',
  severity: 'medium',
  subject: 'home-assistant',
  requires: ['home-assistant.config-secrets'],
  rationale: 'Configuration is shared in forums, repositories and screenshots; what stands in it literally goes along.',
  remediation:
    'Move each value to secrets.yaml under a name of its own, write `!secret name` in its place, and `chmod 600 secrets.yaml`. Change the passwords that were shared already.',
  references: ['https://www.home-assistant.io/docs/configuration/secrets/'],
  mapping: { cwe: [256, 312] },

  evaluate({ 'home-assistant.config-secrets': { literal, more, unread } }) {
    const exhibits = literal.map(({ key, place }) => saw('home-assistant.config-secrets', `${key}: a literal value`, place));
    const names = [...new Set(literal.map(({ key }) => key))].slice(0, 5).join(', ');
    const because = `${literal.length + more} literal value${literal.length + more > 1 ? 's' : ''} (${names})`;
    if (literal.some(({ key }) => !LOCATION.test(key))) return failWith({ confidence: BY_NAME }, because, ...exhibits);
    if (literal.length > 0) return failWith({ confidence: BY_NAME, severity: 'low' }, `${because}: where the house stands`, ...exhibits);
    if (unread.length > 0) return unknown(`a part could not be read: ${unread[0]}`);
    return passWith(
      { confidence: BY_NAME },
      'no key that looks like a secret has a literal value',
      saw('home-assistant.config-secrets', 'none'),
    );
  },
});
