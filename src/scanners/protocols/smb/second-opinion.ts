import { Worker } from 'node:worker_threads';
import type { Facts } from '../../../model.js';
import { DEADLINE_MS, type Dial, failureOf, ProbeError } from '../../scanner.js';
import { frame } from '../../wire/smb/frame.js';
import { converse, NETBIOS_SESSION_PORT, type SmbConnection } from './connection.js';
import { SMB2_DIALECTS } from './dialects.js';
import { type Inside, NOBODYS_NAME } from './inside.js';

type Opinion = Facts['smb.second-opinion'];
/** What the worker is asked. */
export interface Question {
  readonly server: string;
  readonly share: string;
  /** Empty for a null session. */
  readonly user: string;
}
/** What the worker says: bytes for the server, or how it ended. */
export type WorkerMessage = { readonly send: Uint8Array } | { readonly entries: number } | { readonly trouble: string };

/**
 * Has the independent client `smb2` list one share that our own codec could list, so that a finding does not rest on
 * one implementation. It dies or hangs on many answers, so it lives in a worker with a deadline and without a socket:
 * its bytes travel over our connection.
 */
export async function askSecondClient(dial: Dial, { negotiated, visits }: Inside): Promise<Opinion> {
  if (dial.port === NETBIOS_SESSION_PORT)
    throw new ProbeError('unsupported', 'the second client knows no NetBIOS session; port 445 is its port');
  const shares = visits.facts['smb.shares'].filter(({ type, name }) => type === 'disk' && !name.includes('\\'));
  const asGuest = shares.find(({ guest }) => guest.list);
  const chosen = asGuest ?? shares.find(({ nullSession }) => nullSession.list);
  if (!chosen) throw new ProbeError('unsupported', 'no share can be listed without a password');
  if (!SMB2_DIALECTS.includes(negotiated.dialect)) throw new ProbeError('unsupported', 'the second client speaks SMB 2.0.2 and 2.1 only');
  const question = { server: dial.target.address, share: chosen.name, user: asGuest ? NOBODYS_NAME : '' };
  const entries = await converse(dial, {}, (connection) => listInWorker(connection, question));
  return { client: 'smb2', share: chosen.name, entries };
}

async function listInWorker(connection: SmbConnection, question: Question): Promise<number> {
  const worker = new Worker(new URL('./second-opinion-worker.js', import.meta.url), {
    workerData: question,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 64 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<number>((resolve, reject) => {
      timer = setTimeout(() => reject(new ProbeError('timeout', `the second client had no answer within ${DEADLINE_MS} ms`)), DEADLINE_MS);
      worker.on('message', (message: WorkerMessage) => {
        if ('send' in message) connection.sendFramed(Buffer.from(message.send));
        else if ('entries' in message) resolve(message.entries);
        else reject(new ProbeError('unsupported', `the second client: ${message.trouble}`));
      });
      worker.on('error', (error: Error) => reject(new ProbeError('unsupported', `the second client died: ${error.message.slice(0, 80)}`)));
      worker.on('exit', () => reject(new ProbeError('unsupported', 'the second client ended without an answer')));
      pump(connection, worker).catch((error: unknown) => {
        const { kind, detail } = failureOf(error);
        reject(new ProbeError(kind, detail));
      });
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** Hands every message of the server to the worker, until the connection ends. */
async function pump(connection: SmbConnection, worker: Worker): Promise<never> {
  for (;;) worker.postMessage(frame(await connection.receive()));
}
