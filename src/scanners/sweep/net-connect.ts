import net from 'node:net';

/** Connects, hangs up and says what came back, in nmap's words. */
export function connect(host: string, port: number, deadlineMs: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port });
    const timer = setTimeout(() => end('no-response'), deadlineMs);
    const end = (reason: string) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(reason);
    };
    socket.once('connect', () =>
      end(socket.localPort === port && socket.localAddress === socket.remoteAddress ? 'conn-refused' : 'syn-ack'),
    );
    socket.on('error', (error: NodeJS.ErrnoException) => end(REASONS[error.code ?? ''] ?? 'no-response'));
  });
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'conn-refused',
  EHOSTUNREACH: 'host-unreach',
  ENETUNREACH: 'net-unreach',
};
