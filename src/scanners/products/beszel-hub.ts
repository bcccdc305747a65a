import type { Evidence, Observation } from '../../model.js';
import { defineProductScanner, type Dial, failed, observe, observeIf, valueOf } from '../scanner.js';
import { type HubClient, openHub } from './beszel/client.js';
import * as closer from './beszel/closer-looks.js';
import * as look from './beszel/looks.js';

export default defineProductScanner({
  kind: 'beszel-hub',
  over: ['http'],

  async gather(dial, evidence) {
    const hub = openHub(dial);
    try {
      const page = await observe(() => look.readPage(hub, valueOf(evidence['http.final'])?.path ?? '/'));
      const firstRun = await observe(() => look.readFirstRun(hub, valueOf(page)?.basePath ?? ''));
      const base = valueOf(firstRun)?.base ?? '/';
      const known = { 'beszel-hub.page': page, 'beszel-hub.first-run': firstRun };
      // A page that carries its name is asked nothing more, least of all with POST.
      if (!firstRun.ok && !valueOf(page)?.isHub) return { ...known, ...nothingOf(failed('skipped', 'it does not answer as a hub does')) };
      return { ...known, ...(await lookAsVisitor(hub, base)), ...(await lookCloser(dial, hub, base, valueOf(page)?.version ?? '')) };
    } finally {
      hub.close();
    }
  },
});

async function lookAsVisitor(hub: HubClient, base: string) {
  const info = await observe(() => look.readInfo(hub, base));
  return {
    'beszel-hub.anonymous-info': info.ok ? { ok: true as const, value: info.value.info } : info,
    'beszel-hub.cors': info.ok ? { ok: true as const, value: info.value.cors } : info,
    'beszel-hub.sign-in': await observe(() => look.readSignIn(hub, base, 'users')),
    'beszel-hub.superuser-sign-in': await observe(() => look.readSignIn(hub, base, '_superusers')),
    'beszel-hub.admin-ui': await observe(() => look.readAdminUi(hub, base)),
  } satisfies Evidence;
}

async function lookCloser(dial: Dial, hub: HubClient, base: string, version: string) {
  return {
    'beszel-hub.claim': await observeIf(dial, 'active', () => closer.sendEmptyClaim(hub, base)),
    'beszel-hub.sign-up': await observeIf(dial, 'active', () => closer.sendEmptySignUp(hub, base)),
    'beszel-hub.records': await observeIf(dial, 'active', () => closer.countRecords(hub, base)),
    'beszel-hub.token-gate': await observeIf(dial, 'active', () => closer.tryRandomToken(dial, base, version)),
    // Last: a limiter that it sets off would answer everything else.
    'beszel-hub.failed-logins': await observeIf(dial, 'intrusive', () => closer.failLogins(hub, base)),
  } satisfies Evidence;
}

function nothingOf(because: Observation<never>) {
  return {
    'beszel-hub.anonymous-info': because,
    'beszel-hub.cors': because,
    'beszel-hub.sign-in': because,
    'beszel-hub.superuser-sign-in': because,
    'beszel-hub.admin-ui': because,
    'beszel-hub.claim': because,
    'beszel-hub.sign-up': because,
    'beszel-hub.records': because,
    'beszel-hub.token-gate': because,
    'beszel-hub.failed-logins': because,
  };
}
