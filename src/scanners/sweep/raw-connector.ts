import { constants } from 'node:os';
import type { Connector, OnResult } from './connector.js';

/*
 * The handle under `net.Socket`, without the stream, the events and the error objects on top: a third of the time a
 * connection. It is reached by `process.binding`, which is documented as deprecated (DEP0111) and may go one day: that is
 * why `self-test` asks before each sweep, and why `net-connector` stands behind the same interface.
 */

interface Handle {
  connect(request: Request, address: string, port: number): number;
  connect6(request: Request, address: string, port: number): number;
  getsockname(name: Name): number;
  getpeername(name: Name): number;
  close(): void;
}
interface Name {
  address?: string;
  port?: number;
}
interface Request {
  slot: number;
  port: number;
  oncomplete: (this: Request, status: number, handle: Handle, request: Request) => void;
}
interface TcpWrap {
  readonly TCP: new (type: number) => Handle;
  readonly TCPConnectWrap: new () => Request;
  readonly constants: { readonly SOCKET: number };
}

const REFUSED = -constants.errno.ECONNREFUSED;

/** Connects by bare handles; throws where this Node does not have them. */
export function createRawConnector(onResult: OnResult): Connector {
  const { binding } = process as unknown as { binding(name: 'tcp_wrap'): TcpWrap };
  const { TCP, TCPConnectWrap, constants: kinds } = binding('tcp_wrap');
  const handles: (Handle | undefined)[] = [];

  function complete(this: Request, status: number, handle: Handle, request: Request): void {
    // A slot that was closed may be in use again by the time its cancellation comes round.
    if (handles[request.slot] !== handle) return;
    onResult(request.slot, status === 0 && isConnectedToItself(handle, request.port) ? REFUSED : status);
  }

  return {
    open(slot, address, port) {
      const handle = new TCP(kinds.SOCKET);
      const request = new TCPConnectWrap();
      request.slot = slot;
      request.port = port;
      request.oncomplete = complete;
      const status = address.includes(':') ? handle.connect6(request, address, port) : handle.connect(request, address, port);
      if (status === 0) handles[slot] = handle;
      else handle.close();
      return status;
    },
    close(slot) {
      const handle = handles[slot];
      handles[slot] = undefined;
      handle?.close();
    },
  };
}

/** On our own machine the kernel may choose the very port we ask for as ours: nobody listens there. */
function isConnectedToItself(handle: Handle, port: number): boolean {
  const own: Name = {};
  handle.getsockname(own);
  if (own.port !== port) return false;
  const peer: Name = {};
  handle.getpeername(peer);
  return own.address === peer.address;
}
