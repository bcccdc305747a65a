import { Duplex } from 'node:stream';
import { type Dial, type DialOptions, ProbeError } from './scanner.js';
import { type Frame, openWebSocket, type WebSocketConnection } from './websocket.js';

/*
 * A `Dial` whose streams carry the payloads of WebSocket frames, for protocols that may stand on either (MQTT 3.1.1
 * section 6, MQTT 5 section 6).
 */

export interface WebSocketDial extends Dial {
  readonly webSocketPath: string;
}

const CLOSE_FRAME = 8;

/** The path of the WebSockets that `dial` opens, empty where it opens none. */
export const webSocketPathOf = (dial: Dial | WebSocketDial): string => ('webSocketPath' in dial ? dial.webSocketPath : '');

/** The same way, with a WebSocket of that sub-protocol on each connection. */
export function overWebSocket(dial: Dial, path: string, subProtocol: string): WebSocketDial {
  const open = async ({ deadlineMs }: DialOptions = {}): Promise<Duplex> => {
    const answer = await openWebSocket(dial, {
      path,
      protocols: [subProtocol],
      ...(deadlineMs === undefined ? {} : { deadlineMs }),
    });
    if (!('next' in answer)) throw new ProbeError('protocol', `HTTP ${answer.status} to the upgrade on ${path}`);
    // Without its sub-protocol Mosquitto upgrades all the same, and then never answers.
    if (answer.headers['sec-websocket-protocol']?.toLowerCase() !== subProtocol) {
      answer.close();
      throw new ProbeError('protocol', `a WebSocket on ${path} that does not take up ${subProtocol}`);
    }
    return streamOf(answer);
  };
  const { target, port, layer, modes, signal, serverName, to } = dial;
  return Object.assign(open, { target, port, layer, modes, signal, serverName, to, webSocketPath: path });
}

function streamOf(connection: WebSocketConnection): Duplex {
  const stream = new Duplex({
    allowHalfOpen: false,
    read: () => undefined,
    write(chunk: Buffer, _encoding, done) {
      connection.send(chunk);
      done();
    },
    destroy(error, done) {
      connection.close();
      done(error);
    },
  });
  // An error without a listener would end the process.
  stream.on('error', () => undefined);
  void pump(connection, stream);
  return stream;
}

async function pump(connection: WebSocketConnection, stream: Duplex): Promise<void> {
  try {
    for (let frame: Frame; (frame = await connection.next()).opcode !== CLOSE_FRAME;) stream.push(frame.payload);
    stream.push(null);
  } catch (error) {
    stream.destroy(error as Error);
  }
}
