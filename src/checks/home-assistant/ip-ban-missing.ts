import { valueOf } from '../../model/observation.js';
import { defineCheck, failWith, pass, passWith, saw, unknown } from '../check.js';
import { hidden, sureness, written } from '../written.js';

const HTTP = 'home-assistant.config-http';

export default defineCheck({
  id: 'home-assistant/ip-ban-missing',
  title: 'An address that keeps failing to log in is banned',
  severity: 'medium',
  subject: 'home-assistant',
  requires: ['home-assistant.refusals'],
  considers: ['home-assistant.failed-logins'],
  files: {
    requires: ['home-assistant.config-http'],
    evaluate({ 'home-assistant.config-http': http }) {
      const { ipBanEnabled: ban, loginAttemptsThreshold: limit } = http;
      const exhibits = [written(HTTP, 'ip_ban_enabled', ban), written(HTTP, 'login_attempts_threshold', limit)];
      if (ban.value === false) return failWith(sureness(http), 'banning is off', ...exhibits);
      // 0 and -1 never ban (core: http/ban.py).
      if (limit.value !== null && limit.value < 1)
        return failWith(sureness(http), 'no number of failed logins leads to a ban', ...exhibits);
      return (
        hidden({ ip_ban_enabled: ban, login_attempts_threshold: limit }) ??
        passWith(sureness(http), `${limit.value} failed logins lead to a ban`, ...exhibits)
      );
    },
  },
  rationale:
    '`ip_ban_enabled` alone protects nothing: `login_attempts_threshold` is -1 unless it is set, so passwords can be tried for ever.',
  remediation:
    'Under `http:` in configuration.yaml set `ip_ban_enabled: true` and `login_attempts_threshold: 5` (since 2026.8: Settings > System > Network).',
  references: ['https://www.home-assistant.io/integrations/http/#ip-filtering-and-banning'],
  mapping: { cwe: [307], checklist: ['ha-2018/ip-ban'] },

  evaluate({ 'home-assistant.refusals': { paths } }, _context, { 'home-assistant.failed-logins': logins }) {
    const tried = valueOf(logins);
    if (tried && tried.refusedAfter !== null) {
      const exhibit = saw('home-assistant.failed-logins', `banned after ${tried.refusedAfter} failed logins`);
      return pass(`it banned this address after ${tried.refusedAfter} failed logins`, exhibit);
    }
    if (paths.length > 0) {
      return passWith(
        { confidence: 90 },
        'it has banned this address',
        saw('home-assistant.refusals', `403: Forbidden on ${paths.join(', ')}`),
      );
    }
    if (tried) {
      const exhibit = saw('home-assistant.failed-logins', `${tried.attempts} failed logins, still answered`);
      return failWith({ confidence: 80 }, `${tried.attempts} failed logins in a row did not lead to a ban`, exhibit);
    }
    return unknown('it cannot be seen without failing to log in: audit the configuration (--config), or allow it (--intrusive)');
  },
});
