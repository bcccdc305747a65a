import dgram from 'node:dgram';
import { isIPv6 } from 'node:net';
import { Duplex } from 'node:stream';
import { DEADLINE_MS, type DialOptions, MAX_BYTES, ProbeError } from './scanner.js';

/**
 * UDP to one port as a stream: what is written is one datagram, what comes from that port and no other is read. A port
 * that is closed says so by ICMP, which is `refused`; one behind a firewall stays silent until the deadline.
 */
export function openDatagrams(address: string, port: number, signal: AbortSignal, options: DialOptions): Promise<Duplex> {
  const { deadlineMs = DEADLINE_MS, maxBytes = MAX_BYTES } = options;
  if (signal.aborted) return Promise.reject(new ProbeError('skipped', 'interrupted'));
  const socket = dgram.createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  const stop = () => stream.destroy(new ProbeError('skipped', 'interrupted'));
  const timer = setTimeout(() => stream.destroy(new ProbeError('timeout', `no end within ${deadlineMs} ms`)), deadlineMs);
  const stream = new Duplex({
    read: () => undefined,
    write: (datagram: Buffer, _encoding, done) => socket.send(datagram, done),
    destroy(error, done) {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      socket.close(() => done(error));
    },
  });
  signal.addEventListener('abort', stop, { once: true });
  let read = 0;
  socket.on('message', (datagram) => {
    read += datagram.length;
    if (read > maxBytes) stream.destroy(new ProbeError('limit', `more than ${maxBytes} bytes`));
    else stream.push(datagram);
  });
  return new Promise((resolve, reject) => {
    // Stays for the life of the stream: an error without a listener would end the process.
    stream.on('error', reject);
    socket.on('error', (error) => stream.destroy(error));
    // A connected socket hears from nobody else, and learns that a port is closed.
    socket.connect(port, address, () => resolve(stream));
  });
}
