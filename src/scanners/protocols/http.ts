import { createHash } from 'node:crypto';
import type { Facts, Observation } from '../../model.js';
import { ByteReader } from '../byte-reader.js';
import { type HttpAnswer, type HttpSession, hostHeader, openSession } from '../http-client.js';
import { defineScanner, type Dial, failed, observe, ProbeError } from '../scanner.js';
import { countPasswordFields, iconOf, titleOf } from '../wire/html.js';
import { faviconHash } from '../wire/murmur3.js';
import { withoutSecrets } from '../without-secrets.js';
import { lookForProxy } from './http-proxy.js';
import { cookiesIn, headersOf } from './http-headers.js';

const HEAD_MAX_BYTES = 16 * 1024;
const MAX_HOPS = 3;
const EXCERPT_CHARS = 2_048;
const STRING_MAX_CHARS = 200;
const MAX_RULES = 50;

export default defineScanner({
  protocol: 'http',
  usualPorts: [80, 443, 8123, 8080, 8443, 8000, 3000, 8090, 8888, 5000, 1880, 8099, 6052, 1984, 4357, 9090, 21114],

  /** Any HTTP answer counts, also a refusal, and HTTP/2's first frame; but not the complaint of a TLS port about plain text. */
  async identify(dial) {
    const socket = await dial({ maxBytes: 2 * HEAD_MAX_BYTES });
    try {
      socket.write(`GET / HTTP/1.1\r\nHost: ${hostHeader(dial)}\r\nUser-Agent: porosity\r\nAccept: */*\r\nConnection: close\r\n\r\n`);
      const reader = new ByteReader(socket);
      const start = await reader.take(FRAME_HEAD_BYTES);
      if (isSettingsFrame(start)) return true;
      if (!start.toString('latin1').startsWith('HTTP/')) return false;
      const rest = await observe(() => reader.until('\r\n\r\n', HEAD_MAX_BYTES));
      const head = start.toString('latin1') + (rest.ok ? rest.value.toString('latin1') : '');
      return dial.layer === 'tls' || !pointsToTls(head, dial.port) || !(await speaksTls(dial));
    } finally {
      socket.destroy();
    }
  },

  async gather(dial) {
    const session = openSession(dial);
    try {
      const root = await observe(() => session.request({ path: '/' }));
      if (!root.ok) return nothing(root);
      const answers = [root.value];
      const { answer: final, path, hops } = await follow(session, dial, root.value, (answer) => answers.push(answer));
      return {
        'http.root': { ok: true, value: describe(root.value) },
        'http.final': { ok: true, value: { ...describe(final), path, hops, passwordFields: countPasswordFields(text(final)) } },
        'http.cookies': { ok: true, value: answers.flatMap(cookiesIn).slice(0, MAX_RULES) },
        'http.robots': await observe(() => readRobots(session)),
        'http.favicon': await observe(() => readFavicon(session, iconPath(final, path))),
        'http.manifest': await observe(() => readManifest(session)),
        'http.proxy': await observe(() => lookForProxy(dial, root.value.status)),
      };
    } finally {
      session.close();
    }
  },
});

/** Length of an HTTP/2 frame header (RFC 9113 section 4.1): also enough to see `HTTP/1.1 `. */
const FRAME_HEAD_BYTES = 9;

/** RFC 9113 section 3.4: a server that knows nothing but HTTP/2 opens with a SETTINGS frame (type 4) on stream 0. */
function isSettingsFrame(head: Buffer): boolean {
  return head.readUIntBE(0, 3) % 6 === 0 && head[3] === 4 && head[4] === 0 && head.readUInt32BE(5) === 0;
}

/** nginx, Go and others answer plain text on a TLS port with 400 or with a redirect to the same port. */
function pointsToTls(head: string, port: number): boolean {
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(head)?.[1];
  const location = /^location:\s*(https:\/\/\S+)/im.exec(head)?.[1];
  if (status === '400') return true;
  return location !== undefined && URL.canParse(location) && Number(new URL(location).port || 443) === port;
}

async function speaksTls(dial: Dial): Promise<boolean> {
  const secured = dial.to(dial.port, 'tls');
  if (!secured) return false;
  const handshake = await observe(async () => (await secured()).destroy());
  return handshake.ok;
}

function nothing({ failure }: Extract<Observation<unknown>, { ok: false }>) {
  const none = failed(failure.kind, failure.detail);
  return {
    'http.root': none,
    'http.final': none,
    'http.cookies': none,
    'http.robots': none,
    'http.favicon': none,
    'http.manifest': none,
    'http.proxy': none,
  };
}

/**
 * Goes along redirects while they stay on this endpoint. What lies on another port is another service with facts of
 * its own, and another name may be another machine.
 */
async function follow(session: HttpSession, dial: Dial, root: HttpAnswer, seen: (answer: HttpAnswer) => void) {
  let answer = root;
  let path = '/';
  let hops = 0;
  while (hops < MAX_HOPS && answer.status >= 300 && answer.status < 400) {
    const next = pathOnSameEndpoint(answer.headers['location'] ?? '', path, dial);
    if (next === undefined || next === path) break;
    const behind = await observe(() => session.request({ path: next }));
    if (!behind.ok) break;
    answer = behind.value;
    path = next;
    hops++;
    seen(answer);
  }
  return { answer, path: withoutSecrets(path).slice(0, STRING_MAX_CHARS), hops };
}

function pathOnSameEndpoint(location: string, from: string, dial: Dial): string | undefined {
  const scheme = dial.layer === 'tls' ? 'https:' : 'http:';
  const base = `${scheme}//${hostHeader(dial)}${from}`;
  if (!location || !URL.canParse(location, base)) return undefined;
  const url = new URL(location, base);
  const here = new URL(base);
  const names = [here.hostname, dial.target.address, dial.target.name].map((name) => name.toLowerCase());
  const same = url.protocol === scheme && url.port === here.port && names.includes(url.hostname);
  return same ? url.pathname + url.search : undefined;
}

function describe(answer: HttpAnswer): Facts['http.root'] {
  const page = text(answer);
  return {
    status: answer.status,
    server: (answer.headers['server'] ?? '').slice(0, STRING_MAX_CHARS),
    title: titleOf(page),
    headers: headersOf(answer),
    location: withoutSecrets(answer.headers['location'] ?? '').slice(0, STRING_MAX_CHARS),
    bodyExcerpt: withoutSecrets(page.slice(0, EXCERPT_CHARS)),
  };
}

async function readRobots(session: HttpSession): Promise<Facts['http.robots']> {
  const answer = await session.request({ path: '/robots.txt' });
  const rules = answer.status === 200 ? text(answer).matchAll(/^[ \t]*disallow[ \t]*:[ \t]*(\S*)/gim) : [];
  const disallow = [...rules].slice(0, MAX_RULES).map(([, path = '']) => path.slice(0, STRING_MAX_CHARS));
  return { status: answer.status, disallow };
}

async function readFavicon(session: HttpSession, path: string): Promise<Facts['http.favicon']> {
  const { status, body, truncated } = await session.request({ path });
  const shown = withoutSecrets(path).slice(0, STRING_MAX_CHARS);
  if (status !== 200 || body.length === 0) return { status, path: shown, sha256: '', mmh3: null };
  if (truncated) throw new ProbeError('limit', 'the icon is larger than 64 KiB');
  return { status, path: shown, sha256: createHash('sha256').update(body).digest('hex'), mmh3: faviconHash(body) };
}

/** The icon that the page names, where it lies on this server. */
function iconPath(page: HttpAnswer, path: string): string {
  const named = iconOf(text(page));
  const base = new URL(path, 'http://here.invalid');
  if (!named || !URL.canParse(named, base)) return '/favicon.ico';
  const url = new URL(named, base);
  return url.host === base.host && url.protocol === base.protocol ? url.pathname + url.search : '/favicon.ico';
}

async function readManifest(session: HttpSession): Promise<Facts['http.manifest']> {
  const answer = await session.request({ path: '/manifest.json' });
  const manifest = answer.status === 200 ? parsed(text(answer)) : {};
  const said = (key: string) => (typeof manifest[key] === 'string' ? manifest[key].slice(0, STRING_MAX_CHARS) : '');
  return { status: answer.status, name: said('name'), shortName: said('short_name'), startUrl: said('start_url') };
}

/** A page that is no manifest says nothing about names. */
function parsed(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const text = (answer: HttpAnswer) => answer.body.toString('utf8');
