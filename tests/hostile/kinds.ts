import type { Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { certificates, record, serverHello } from '../peers/tls.js';

/** What a hostile peer does with a connection. */
export type Kind = (socket: Socket) => void;

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
const BOMB_BYTES = 64 * 1024 * 1024;
/** Of 16 KB each: 16 MB. */
const MANY = 1_000;

const drip =
  (bytes: Buffer | string, everyMs: number, piece = bytes.length): Kind =>
  (socket) => {
    let at = 0;
    const timer = setInterval(() => {
      socket.write(Buffer.from(bytes as string).subarray(at % bytes.length, (at % bytes.length) + piece));
      at += piece;
    }, everyMs);
    socket.once('close', () => clearInterval(timer));
  };
/** As fast as the other side takes it, without end. */
const flood =
  (bytes: Buffer): Kind =>
  (socket) => {
    const pour = () => {
      while (!socket.destroyed && socket.write(bytes));
    };
    socket.on('drain', pour);
    pour();
  };
const onceAsked =
  (then: Kind): Kind =>
  (socket) =>
    void socket.once('data', () => then(socket));
const saying = (text: Buffer | string): Kind => onceAsked((socket) => void socket.end(text));
const bomb = (coding: string, packed: Buffer): Kind =>
  saying(Buffer.concat([Buffer.from(`${HEAD}Content-Encoding: ${coding}\r\n\r\n`), packed]));
const redirect = (location: string): Kind => saying(`HTTP/1.1 302 Found\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`);

/** One answer that looks like the beginning of everything. */
const EVERYTHING =
  'SSH-2.0-x\r\nHTTP/1.1 200 OK\r\n\r\n<title>Home Assistant</title>\x20\x02\0\0\x16\x03\x03\0\x02\x02\x28\0\0\0\x04\xffSMB';

const zeros = Buffer.alloc(BOMB_BYTES);
const manyCertificates = Buffer.concat([
  record(22, 0x0303, serverHello(0x0303, 0xc02f)),
  ...Array.from({ length: MANY }, () => record(22, 0x0303, certificates(Buffer.alloc(16_000, 0x30)))),
]);

/** Peers that want to hold, fill, fool or use whoever asks them. Those that come first must be given up on by the clock. */
export const KINDS: Readonly<Record<string, Kind>> = {
  'a tarpit that keeps the socket': () => {},
  'HTTP, one byte each 20 ms': onceAsked(drip(`${HEAD}X-Long: ${'a'.repeat(5_000)}\r\n\r\n`, 20, 1)),
  'SSH, one byte each 20 ms': drip(`SSH-2.0-OpenSSH_9.2\r\n${'a'.repeat(5_000)}`, 20, 1),
  // A hello of 47 bytes would come within a deadline at the pace of the others.
  'TLS, one byte each 100 ms': onceAsked(drip(record(22, 0x0303, serverHello(0x0303, 0xc02f)), 100, 1)),
  'a body of endless chunks': onceAsked((socket) => {
    socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
    flood(Buffer.from(`400\r\n${'a'.repeat(1024)}\r\n`))(socket);
  }),
  'a chunk that claims 4 GiB': saying(`${HEAD}Transfer-Encoding: chunked\r\n\r\nffffffff\r\nshort`),
  'endless interim answers': onceAsked(flood(Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'))),
  'a gzip bomb': bomb('gzip', gzipSync(zeros)),
  'a deflate bomb': bomb('deflate', deflateSync(zeros)),
  'a brotli bomb': bomb('br', brotliCompressSync(zeros.subarray(0, BOMB_BYTES / 8))),
  'a redirect to a file': redirect('file:///etc/passwd'),
  'a redirect to a metadata service': redirect('http://169.254.169.254/latest/meta-data/'),
  'only the preface of HTTP/2': saying(Buffer.from('00000604000000000000030000006400040000ffff', 'hex')),
  'megabytes of certificates': onceAsked((socket) => void socket.write(manyCertificates)),
  'an echo': (socket) => void socket.pipe(socket),
  'noise without end': flood(Buffer.alloc(4096, 0x9f)),
  'a greeting without end': flood(Buffer.from('220 welcome '.repeat(100))),
  'an answer to everything': saying(Buffer.from(EVERYTHING, 'latin1')),
  'a greeting of everything': (socket) => void socket.end(Buffer.from(EVERYTHING, 'latin1')),
};
