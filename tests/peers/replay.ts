import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import type { Outcome } from '../../src/model.js';
import { type Peer, peerOf } from './web.js';

/** What a real server of a known version and state answered, trimmed to what porosity asks. */
export interface Transcript {
  readonly name: string;
  readonly version: string;
  readonly state: string;
  /** The right verdict of each check that the wire can answer. */
  readonly expect: Readonly<Record<string, Outcome>>;
  readonly exchanges: readonly Exchange[];
}
interface Exchange {
  readonly request: { readonly method: string; readonly path: string; readonly headers: Readonly<Record<string, string>> };
  readonly answer: { readonly status: number; readonly headers: readonly string[]; readonly body?: string; readonly frame?: string };
}

/** The recorded conversations of one system; files of other shapes in the same folder are left alone. */
export function transcriptsOf(system: string): readonly Transcript[] {
  const folder = join('fixtures', 'transcripts', system);
  return readdirSync(folder)
    .sort()
    .map((file) => ({ name: file.replace('.json', ''), ...JSON.parse(readFileSync(join(folder, file), 'utf8')) }) as Transcript)
    .filter(({ exchanges }) => exchanges?.every(({ request }) => typeof request === 'object'));
}

/** Plays a transcript back on a free port; what was not recorded is 404. Notes what was asked. */
export function replay(transcript: Transcript): Promise<Peer> {
  const asked: string[] = [];
  const find = (request: http.IncomingMessage) => {
    asked.push(`${request.method} ${request.url}`);
    return transcript.exchanges.find((exchange) => answers(exchange, request))?.answer ?? NOT_RECORDED;
  };
  const server = http.createServer((request, response) => {
    const { status, headers, body } = find(request);
    response.writeHead(status, headers.flatMap(split)).end(body);
  });
  server.on('upgrade', (request, socket) => {
    const { status, headers, body = '', frame = '' } = find(request);
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${WEBSOCKET_GUID}`).digest('base64');
    const upgraded = status === 101 ? ['Upgrade: websocket', 'Connection: upgrade', `Sec-WebSocket-Accept: ${accept}`] : [];
    socket.write([`HTTP/1.1 ${status} Recorded`, ...upgraded, ...headers, '', body].join('\r\n'));
    if (status === 101) socket.write(Buffer.concat([Buffer.from([0x81, frame.length]), Buffer.from(frame)]));
    else socket.end();
  });
  return peerOf(server, asked);
}

const NOT_RECORDED: Exchange['answer'] = { status: 404, headers: ['Content-Type: text/plain'], body: '404: Not Found' };
/** RFC 6455 section 1.3. */
const WEBSOCKET_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Headers that change the answer. */
const TELLING = ['x-forwarded-for', 'x-forwarded-prefix', 'origin'];

function answers({ request }: Exchange, { method, url, headers }: http.IncomingMessage): boolean {
  return request.method === method && request.path === url && TELLING.every((name) => request.headers[name] === headers[name]);
}

function split(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}
