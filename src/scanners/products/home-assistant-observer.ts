import type { Facts } from '../../model.js';
import { request } from '../http-client.js';
import { defineProductScanner, type Dial, observe, ProbeError } from '../scanner.js';

const MAX_REASONS = 20;

export default defineProductScanner({
  kind: 'home-assistant-observer',
  over: ['http'],
  gather: async (dial) => ({ 'home-assistant-observer.page': await observe(() => readPage(dial)) }),
});

/** Reads the one page there is; `/logs` is for the Supervisor's own network and is not asked. */
async function readPage(dial: Dial): Promise<Facts['home-assistant-observer.page']> {
  const { status, body } = await request(dial, { path: '/' });
  const page = body.toString('utf8');
  const state = /<td class="(connected|disconnected)">/.exec(page)?.[1];
  if (status !== 200 || !state) throw new ProbeError('protocol', `status ${status}, no state of the Supervisor`);
  return {
    supervisor: state === 'connected' ? 'connected' : 'disconnected',
    unsupported: reasons(page, 'unsupported'),
    unhealthy: reasons(page, 'unhealthy'),
    logShown: page.includes('<pre class="log">'),
  };
}

/** Each reason is a link to the page that explains it. */
function reasons(page: string, kind: 'unsupported' | 'unhealthy'): string[] {
  const links = page.matchAll(new RegExp(`/more-info/${kind}/([a-z0-9_]{1,64})"`, 'g'));
  return [...links].map(([, reason = '']) => reason).slice(0, MAX_REASONS);
}
