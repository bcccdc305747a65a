import type { Evidence } from '../../../model.js';
import type { HttpSession } from '../../http-client.js';
import { object, parseJson, text } from '../../json.js';
import { observe, ProbeError } from '../../scanner.js';

/** The API for RustDesk clients; no fact where it is somebody else's. */
export async function gatherClientApi(session: HttpSession): Promise<Evidence> {
  const api = await observe(async () => {
    const answer = await session.request({ path: '/api/server-key' });
    const key = text(object(parseJson(answer.body))['key']);
    if (answer.status !== 200 || Buffer.from(key, 'base64').length !== 32)
      throw new ProbeError('protocol', `status ${answer.status} and no key`);
    return { status: answer.status, key };
  });
  return api.ok || api.failure.kind !== 'protocol' ? { 'betterdesk-console.client-api': api } : {};
}
