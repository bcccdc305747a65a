import net from 'node:net';
import type { Mode } from '../../src/model.js';
import type { Dial } from '../../src/scanners/scanner.js';
import { dialTo } from '../support/dial-to.js';
import { type Peer, rawPeer } from './web.js';

/** What BetterDesk 2.4.0 opened its signal port with. */
export const OPENING = Buffer.from(
  '9501ca01620a60323382afe95f15265ba5b5162ed458a3879c7b9f9110a3ac096624b2516f857d45f138dda754e1353e3da4b457790872569c886cedcadef7d662c2bc0cbc250cb5c87d59da8cc7649494113e927a4daec05d93d8a298744be43845fb6a88cb3d',
  'hex',
);
const HEALTH_CHECK = '18d201030a0161';
const TEST_NAT = '0ca20100';

/** Answers recorded questions, given in hex, and closes; closes without a word on others, as both servers do. */
export function answering(answers: Readonly<Record<string, string>>, opening = Buffer.alloc(0)): Promise<Peer> {
  return rawPeer((socket) => {
    if (opening.length) socket.write(opening);
    socket.once('data', (asked) => socket.end(Buffer.from(answers[asked.toString('hex')] ?? '', 'hex')));
  });
}

export const betterdeskSignal = () => answering({ [HEALTH_CHECK]: HEALTH_CHECK }, OPENING);
export const natTest = () =>
  answering({ [TEST_NAT]: '1caa010408dfce02', '6cba01180a0a706f726f736974793031120a706f726f736974793031': '18c201030a0100' });
export const hbbsSignal = (punchHole: string) =>
  answering({ [TEST_NAT]: '1caa010408e7cb02', '5c42150a093030303030303030301a08706f726f73697479': punchHole });

/** BetterDesk's relay: echoes a health check; joins two that bring the same request, or closes on them. */
export function betterdeskRelay(joins: boolean): Promise<Peer> {
  const waiting = new Map<string, net.Socket>();
  return rawPeer((socket) => {
    socket.once('data', (asked) => {
      const request = asked.toString('hex');
      if (request === HEALTH_CHECK) socket.end(asked);
      else if (!joins || !request.startsWith('cc9201')) socket.destroy();
      else {
        const other = waiting.get(request);
        waiting.set(request, socket);
        // Like the relay, nothing is read from the first before there is a second.
        if (!other) socket.pause();
        else {
          other.pipe(socket);
          socket.pipe(other);
          other.resume();
        }
      }
    });
  });
}

/** With TLS on, BetterDesk accepts one connection after the other: each waits for the first byte of the one before. */
export function oneAtATime(): Promise<Peer> {
  let before = Promise.resolve();
  return rawPeer((socket) => {
    const turn = before;
    before = new Promise((resolve) => {
      socket.once('data', (asked) => {
        resolve();
        void turn.then(() => socket.end(Buffer.concat([OPENING, asked])));
      });
      socket.once('close', () => resolve());
    });
  });
}

/** A dial to a peer that stands where a RustDesk server listens: what is asked depends on the port. */
export function dialAs(port: number, peer: Peer, modes: readonly Mode[] = ['passive', 'active']): Dial {
  const dial = dialTo(peer.port, { modes });
  const to: Dial['to'] = (_port, layer) => dialTo(peer.port, { modes, layer });
  return Object.assign((options = {}) => dial(options), dial, { port, to });
}
