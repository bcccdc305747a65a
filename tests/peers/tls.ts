import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type net from 'node:net';
import tls from 'node:tls';
import { ByteReader } from '../../src/scanners/byte-reader.js';
import { listen } from '../support/dial-to.js';
import { type Peer, rawPeer } from './web.js';

const file = (name: string): Buffer => readFileSync(new URL(`../../../fixtures/certificates/${name}`, import.meta.url));
export const certificateOf = (name: string): Buffer => new X509Certificate(file(`${name}.crt`)).raw;
/** Key and certificate for a server; further names are sent after it as its chain. */
export const identity = (name: string, ...chain: string[]) => ({
  key: file(`${name}.key`),
  cert: Buffer.concat([name, ...chain].map((each) => file(`${each}.crt`))),
});

/** A TLS server of this process. */
export async function tlsPeer(options: tls.TlsOptions): Promise<{ port: number; close(): void }> {
  const server = tls.createServer(options, (socket) => socket.on('error', () => socket.destroy()));
  server.on('tlsClientError', () => undefined);
  return { port: await listen(server), close: () => server.close() };
}

export interface Offer {
  readonly version: number;
  readonly suites: readonly number[];
  readonly names: string;
}

/** A peer that reads a ClientHello and says what the script says, whatever TLS would demand, and hangs up. */
export const scriptedTls = (answer: (offer: Offer) => Buffer | 'silence' | undefined): Promise<Peer> =>
  rawPeer((socket) => {
    play(socket, answer).catch(() => socket.destroy());
  });

async function play(socket: net.Socket, answer: (offer: Offer) => Buffer | 'silence' | undefined): Promise<void> {
  const reader = new ByteReader(socket);
  const length = (await reader.take(5)).readUInt16BE(3);
  const hello = await reader.take(length);
  const suitesAt = 39 + hello.readUInt8(38);
  const end = suitesAt + 2 + hello.readUInt16BE(suitesAt);
  const suites: number[] = [];
  for (let at = suitesAt + 2; at < end; at += 2) suites.push(hello.readUInt16BE(at));
  const bytes = answer({ version: hello.readUInt16BE(4), suites, names: hello.toString('latin1', end) });
  if (bytes !== 'silence') socket.end(bytes ?? Buffer.alloc(0));
}

/** A server of long ago: picks by its own preference, sends its certificate in the clear, knows no TLS 1.3. */
export function legacyServer({
  versions,
  suites,
  certificate,
}: {
  versions: number[];
  suites: number[];
  certificate: string;
}): Promise<Peer> {
  return scriptedTls((offer) => {
    const version = versions.filter((each) => each <= offer.version).at(-1);
    if (version === undefined) return alert(70);
    const suite = suites.find((each) => offer.suites.includes(each));
    if (suite === undefined) return alert(40);
    return record(22, version, serverHello(version, suite), certificates(certificateOf(certificate)), message(14));
  });
}

export function record(type: number, version: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([type, version >> 8, version & 0xff, body.length >> 8, body.length & 0xff]), body]);
}
export const alert = (code: number, level = 2): Buffer => record(21, 0x0301, Buffer.from([level, code]));

export function message(type: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([type]), uint24(body.length), body]);
}
export const serverHello = (version: number, suite: number): Buffer =>
  message(2, Buffer.from([version >> 8, version & 0xff]), Buffer.alloc(32, 7), Buffer.from([0, suite >> 8, suite & 0xff, 0]));
export function certificates(...chain: Buffer[]): Buffer {
  const list = Buffer.concat(chain.flatMap((der) => [uint24(der.length), der]));
  return message(11, uint24(list.length), list);
}
const uint24 = (value: number): Buffer => Buffer.from([value >> 16, (value >> 8) & 0xff, value & 0xff]);
