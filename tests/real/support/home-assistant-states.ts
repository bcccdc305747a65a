import type { Outcome } from '../../../src/model.js';
import type { Settings } from './home-assistant.js';

type Outcomes = Readonly<Record<`home-assistant/${string}`, Outcome>>;

/** A way to run an onboarded Home Assistant, and what audits of it must say. */
export interface State {
  readonly name: string;
  readonly settings: Omit<Settings, 'port'>;
  readonly passive: Outcomes;
  readonly active: Outcomes;
  /** With `--active` and its own folder as `--config`. */
  readonly withConfig: Outcomes;
  /** What `--intrusive` must find; it is not run where this is absent. */
  readonly intrusive?: { readonly attempts: number; readonly refusedAfter: number | null };
}

const TRUSTING = ['- type: homeassistant', '- type: trusted_networks', '  trusted_networks: [127.0.0.1/32]'];

export const STATES: readonly State[] = [
  {
    name: 'with nothing set',
    settings: {},
    passive: {
      'home-assistant/onboarding-open': 'pass',
      'home-assistant/ip-ban-missing': 'unknown',
      'home-assistant/trusted-networks-login': 'pass',
      'home-assistant/xff-spoofable': 'unknown',
    },
    active: { 'home-assistant/xff-spoofable': 'pass' },
    withConfig: { 'home-assistant/ip-ban-missing': 'fail' },
    intrusive: { attempts: 10, refusedAfter: null },
  },
  {
    name: 'that bans',
    settings: { http: ['ip_ban_enabled: true', 'login_attempts_threshold: 3'] },
    passive: { 'home-assistant/ip-ban-missing': 'unknown', 'home-assistant/scanner-banned': 'pass' },
    active: { 'home-assistant/ip-ban-missing': 'unknown', 'home-assistant/scanner-banned': 'pass' },
    withConfig: { 'home-assistant/ip-ban-missing': 'pass' },
    intrusive: { attempts: 3, refusedAfter: 3 },
  },
  {
    name: 'that trusts a network',
    settings: { core: ['auth_providers:', ...TRUSTING.map((line) => `  ${line}`)] },
    passive: { 'home-assistant/trusted-networks-listed': 'fail', 'home-assistant/trusted-networks-login': 'unknown' },
    active: { 'home-assistant/trusted-networks-login': 'fail' },
    withConfig: { 'home-assistant/trusted-networks-login': 'fail', 'home-assistant/trusted-networks-broad': 'pass' },
  },
  {
    name: 'that trusts a proxy',
    settings: { http: ['use_x_forwarded_for: true', 'trusted_proxies: [127.0.0.1/32]'] },
    passive: { 'home-assistant/xff-spoofable': 'unknown' },
    active: { 'home-assistant/xff-spoofable': 'fail' },
    withConfig: { 'home-assistant/xff-spoofable': 'fail', 'home-assistant/trusted-proxies-broad': 'pass' },
  },
];
