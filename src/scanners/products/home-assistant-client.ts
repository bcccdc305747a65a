import { isBan } from '../../knowledge/home-assistant.js';
import type { Evidence } from '../../model.js';
import { type HttpAnswer, type HttpRequest, openSession } from '../http-client.js';
import { type Dial, ProbeError, valueOf } from '../scanner.js';

/*
 * Every request to Home Assistant goes through here. It stops for good at the first sign that we are not welcome: the
 * ban layer answers 403 on every path, and a server that shuts down 503 without a word (core:
 * components/http/ban.py and server.py).
 */

/** Together with the few of the HTTP scanner and the WebSocket, below the 40 that a system may cost. */
const MAX_REQUESTS = 30;

export interface HomeAssistantClient {
  /** Rejects with a ProbeError `refused` from the moment the server has turned us away. */
  ask(request: HttpRequest): Promise<HttpAnswer>;
  /** Runs a look of another kind (the WebSocket) under the same rules. */
  guard<T>(look: () => Promise<T>): Promise<T>;
  /** Notes that `path` was answered as a ban; nothing is asked from then on. */
  refuse(path: string): never;
  /** Paths on which we were turned away, those that the HTTP scanner ran into included. */
  readonly refusals: readonly string[];
  close(): void;
}

export function openHomeAssistant(dial: Dial, evidence: Evidence): HomeAssistantClient {
  const session = openSession(dial);
  const root = valueOf(evidence['http.root']);
  const refusals: string[] = root && isBan(root, root.bodyExcerpt) ? ['/'] : [];
  let closing = false;
  let asked = 0;

  const guard = async <T>(look: () => Promise<T>): Promise<T> => {
    if (refusals.length > 0) throw new ProbeError('refused', 'this address is banned by the server: nothing more was asked');
    if (closing) throw new ProbeError('refused', 'the server is shutting down: nothing more was asked');
    if (asked++ >= MAX_REQUESTS) throw new ProbeError('limit', `more than ${MAX_REQUESTS} requests`);
    return look();
  };
  const refuse = (path: string): never => {
    refusals.push(path);
    throw new ProbeError('refused', `${path} was answered as for a banned address (403)`);
  };
  return {
    guard,
    refuse,
    refusals,
    ask: (request) =>
      guard(async () => {
        const answer = await session.request(request);
        if (isBan(answer, answer.body.toString('utf8'))) return refuse(request.path);
        if (answer.status === 503 && answer.body.length === 0) {
          closing = true;
          throw new ProbeError('refused', 'the server is shutting down (503)');
        }
        return answer;
      }),
    close: () => session.close(),
  };
}
