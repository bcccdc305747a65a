import { connect, type Socket } from 'node:net';
import { constants } from 'node:os';
import type { Connector, OnResult } from './connector.js';

/** Connects by `net.Socket`: documented, and three times the work of `raw-connector`. */
export function createNetConnector(onResult: OnResult): Connector {
  const sockets: (Socket | undefined)[] = [];
  return {
    open(slot, host, port) {
      const socket = connect({ host, port });
      sockets[slot] = socket;
      const end = (status: number) => {
        if (sockets[slot] === socket) onResult(slot, status);
      };
      socket.once('connect', () => end(isConnectedToItself(socket) ? -constants.errno.ECONNREFUSED : 0));
      // Stays for the life of the socket: an error without a listener would end the process.
      socket.on('error', (error: NodeJS.ErrnoException) => end(error.errno ?? -constants.errno.EINVAL));
      return 0;
    },
    close(slot) {
      const socket = sockets[slot];
      sockets[slot] = undefined;
      socket?.destroy();
    },
  };
}

const isConnectedToItself = (socket: Socket) => socket.localPort === socket.remotePort && socket.localAddress === socket.remoteAddress;
