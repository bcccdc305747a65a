import type { Facts } from '../../src/model.js';
import { parseNetwork } from '../../src/scanners/config/network.js';

type Http = Facts['home-assistant.config-http'];
type Auth = Facts['home-assistant.config-auth'];

export const networkOf = (text: string) => ({ text, ...parseNetwork(text)!, place: { file: 'configuration.yaml', line: 7 } });

/** The settings of a folder that sets none, with some changed. */
export const httpOf = (changed: Partial<Http> = {}): Http => ({
  origin: 'yaml',
  version: '2024.3.3',
  certain: true,
  widthsKnown: true,
  serverHost: { value: null },
  serverPort: { value: null },
  certificate: { value: false },
  clientCertificates: { value: false },
  sslProfile: { value: null },
  corsAllowedOrigins: { value: null },
  useXForwardedFor: { value: false },
  trustedProxies: { value: [] },
  loginAttemptsThreshold: { value: -1 },
  ipBanEnabled: { value: true },
  useXFrameOptions: { value: null },
  apiPassword: { set: false },
  trustedNetworks: [],
  ...changed,
});

export const authOf = (...providers: (Partial<Auth['providers'][number]> & { type: string })[]): Auth => ({
  providers: providers.map((provider) => ({
    place: { file: 'configuration.yaml', line: 4 },
    networks: [],
    bypassLogin: false,
    restrictedUsers: false,
    ...provider,
  })),
  mfaModules: null,
});

type Apps = Facts['home-assistant.config-apps'];

/** The Supervisor's list with add-ons that differ from a harmless one. */
export const appsOf = (...apps: Partial<Apps['apps'][number]>[]) => ({
  'home-assistant.config-apps': {
    apps: apps.map((app) => ({
      slug: 'core_x',
      name: 'X',
      version: '1',
      isProtected: true,
      wants: [],
      published: [],
      frontDoorOpen: false,
      nodeLogin: null,
      ...app,
    })),
    place: { file: 'apps.json' },
  } satisfies Apps,
});
