import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { CreateConnector } from './connector.js';
import { answerOf } from './answer.js';

const PATIENCE_MS = 500;

/** Whether a connector tells an open port from a closed one and keeps quiet about a slot that was given up; on loopback. */
export async function passesSelfTest(create: CreateConnector): Promise<boolean> {
  const server = createServer((socket) => socket.on('error', () => socket.destroy()).resume());
  try {
    const results = new Map<number, string>();
    let told = () => {};
    const connector = create((slot, status) => {
      results.set(slot, answerOf(status).kind);
      connector.close(slot);
      told();
    });
    const ask = async (slot: number, port: number): Promise<string | undefined> => {
      const answered = new Promise<void>((resolve) => (told = resolve));
      const status = connector.open(slot, '127.0.0.1', port);
      if (status !== 0) return answerOf(status).kind;
      const patience = setTimeout(() => told(), PATIENCE_MS);
      await answered;
      clearTimeout(patience);
      return results.get(slot);
    };
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const givenUp = 2;
    connector.open(givenUp, '127.0.0.1', port);
    connector.close(givenUp);
    if ((await ask(0, port)) !== 'open') return false;
    server.close();
    await once(server, 'close');
    return (await ask(1, port)) === 'closed' && !results.has(givenUp);
  } catch {
    return false;
  } finally {
    server.close();
  }
}
