import type { Evidence, Facts } from '../../model.js';
import { defineProductScanner, type Dial, failed, observe, observeIf, valueOf } from '../scanner.js';
import { type HomeAssistantClient, openHomeAssistant } from './home-assistant-client.js';
import * as look from './home-assistant-looks.js';

export default defineProductScanner({
  kind: 'home-assistant',
  over: ['http'],

  /** Never `/api/` nor anything else that counts as a failed login, but for the looks that say so. */
  async gather(dial, evidence) {
    const client = openHomeAssistant(dial, evidence);
    try {
      const seen = await lookAsVisitor(dial, client);
      const deeper = await lookCloser(dial, client, {
        providers: valueOf(seen['home-assistant.providers']),
        needsNoPassword:
          valueOf(seen['home-assistant.discovery'])?.requiresPassword === false ||
          valueOf(seen['home-assistant.websocket-hello'])?.type === 'auth_ok',
      });
      const refusals = { port: dial.port, paths: [...client.refusals] };
      return { ...seen, ...deeper, 'home-assistant.refusals': { ok: true, value: refusals } };
    } finally {
      client.close();
    }
  },
});

async function lookAsVisitor(dial: Dial, client: HomeAssistantClient) {
  const hello = await observe(() => look.readHello(dial, client));
  return {
    'home-assistant.websocket-hello': hello,
    'home-assistant.providers': await observe(() => look.readProviders(client)),
    'home-assistant.onboarding': await observe(() => look.readOnboarding(client)),
    'home-assistant.oauth-metadata': await observe(() => look.readOauthMetadata(client)),
    'home-assistant.discovery': hasDiscovery(valueOf(hello)?.version)
      ? await observe(() => look.readDiscovery(client))
      : failed('unsupported', 'releases since 2022.2 have no /api/discovery_info'),
    'home-assistant.cors': await observe(() => look.askForeignOrigin(client)),
    'home-assistant.supervisor-panel': await observe(() => look.readSupervisorPanel(client)),
  } satisfies Evidence;
}

interface Known {
  readonly providers: Facts['home-assistant.providers'] | undefined;
  readonly needsNoPassword: boolean;
}

async function lookCloser(dial: Dial, client: HomeAssistantClient, { providers, needsNoPassword }: Known) {
  return {
    'home-assistant.forwarded': await observeIf(dial, 'active', () => look.forgeAddress(client, providers?.local ?? null)),
    // Unlisted, the question ends in a traceback in the owner's log (core: components/auth/login_flow.py).
    'home-assistant.trusted-login': providers?.types.includes('trusted_networks')
      ? await observeIf(dial, 'active', () => look.startTrustedLogin(dial, client))
      : failed('unsupported', 'no login by trusted network is offered to this address'),
    'home-assistant.api': needsNoPassword
      ? await observeIf(dial, 'active', () => look.readApi(client))
      : failed('unsupported', 'it did not say that it needs no password'),
    'home-assistant.failed-logins': await observeIf(dial, 'intrusive', () => look.failLogins(client)),
  } satisfies Evidence;
}

/** Calendar versions came after 0.118; an unknown version is asked. */
function hasDiscovery(version = ''): boolean {
  const [year = 0, month = 0] = version.split('.').map(Number);
  return !(year > 2022 || (year === 2022 && month >= 2));
}
