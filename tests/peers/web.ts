import http from 'node:http';
import net from 'node:net';
import { listen } from '../support/dial-to.js';

export interface Peer {
  readonly port: number;
  /** Connections taken so far. */
  connections(): number;
  /** Request targets in the order they were asked. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** A web server of this process on a free port of 127.0.0.1. */
export async function webPeer(handler: http.RequestListener): Promise<Peer> {
  const asked: string[] = [];
  const server = http.createServer((incoming, outgoing) => {
    asked.push(incoming.url ?? '');
    handler(incoming, outgoing);
  });
  return peerOf(server, asked);
}

/** A peer that owns the bytes: for what no web server would say. */
export async function rawPeer(talk: (socket: net.Socket) => void): Promise<Peer> {
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy());
    talk(socket);
  });
  return peerOf(server, []);
}

/** Counts the connections of a server and ends them with it. */
export async function peerOf(server: net.Server, asked: readonly string[]): Promise<Peer> {
  const sockets = new Set<net.Socket>();
  let connections = 0;
  server.on('connection', (socket: net.Socket) => {
    connections++;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return {
    port: await listen(server),
    connections: () => connections,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
