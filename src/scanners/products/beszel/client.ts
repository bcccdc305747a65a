import { isHubPage } from '../../../knowledge/beszel.js';
import { type HttpAnswer, type HttpRequest, openSession } from '../../http-client.js';
import { object, parseJson } from '../../json.js';
import { type Dial, ProbeError } from '../../scanner.js';

/*
 * Unknown GET paths answer 200 with the page of the hub (dossier section 3), proxies answer with pages of their own: an
 * answer counts where it is JSON, and says so.
 */

export interface HubAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON object, undefined where the answer is something else. */
  readonly said: Readonly<Record<string, unknown>> | undefined;
  /** Whether the answer is the page that stands for every path that does not exist. */
  readonly isPage: boolean;
  readonly html: string;
}

export interface HubClient {
  /** Rejects with a ProbeError `limit` from the first 429 on: the server said that it is enough. */
  ask(request: HttpRequest): Promise<HubAnswer>;
  /** As `ask`, with a JSON body that holds nothing. */
  sendEmpty(path: string): Promise<HubAnswer>;
  close(): void;
}

export function openHub(dial: Dial): HubClient {
  const session = openSession(dial);
  let limited = false;
  const ask = async (request: HttpRequest): Promise<HubAnswer> => {
    if (limited) throw new ProbeError('limit', 'it limits requests (429): nothing more was asked');
    const answer = await session.request(request);
    if (answer.status === 429) {
      limited = true;
      throw new ProbeError('limit', `${request.path}: too many requests (429)`);
    }
    return readAnswer(answer);
  };
  return {
    ask,
    sendEmpty: (path) => ask({ method: 'POST', path, headers: { 'Content-Type': 'application/json' }, body: '{}' }),
    close: () => session.close(),
  };
}

/** Reads an answer as the hub's. */
export function readAnswer({ status, headers, body }: HttpAnswer): HubAnswer {
  const isJson = /^application\/json\b/i.test(headers['content-type'] ?? '');
  const value = isJson ? parseJson(body) : undefined;
  const html = isJson ? '' : body.toString('utf8');
  return { status, headers, said: value === undefined ? undefined : object(value), isPage: status === 200 && isHubPage(html), html };
}

/** PocketBase: an ordinary visitor, and one who is no superuser. */
export const turnsAway = ({ status, said }: HubAnswer): boolean => (status === 401 || status === 403) && said !== undefined;

/** Not what this program answers: a proxy in front, another program, a release that is not known. */
export function strange(path: string, { status, said }: HubAnswer): ProbeError {
  return new ProbeError('protocol', `${path} answered ${status}${said ? '' : ' without JSON'}, which the hub itself does not`);
}
