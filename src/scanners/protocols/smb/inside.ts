import { type Dial, failureOf, observe, valueOf } from '../../scanner.js';
import type { Negotiated } from '../../wire/smb/smb2-negotiate.js';
import { SmbConnection } from './connection.js';
import { agree, SMB2_DIALECTS, SMB3_DIALECTS } from './dialects.js';
import type { Client, Login } from './session.js';
import { type InsideFacts, lookAround } from './shares.js';
import { Visitor } from './visitor.js';

/** The login of the guest test. No account of this name exists, so none can be locked. */
export const NOBODYS_NAME = 'porosity-nobody';
/** One talk serves both visitors; the first list of shares alone may take half a second. */
const TALK = { deadlineMs: 10_000, maxBytes: 2 * 1024 * 1024 };

export interface Inside {
  readonly negotiated: Negotiated;
  readonly visits: Visits;
}
export interface Visits {
  /** The first login, if it got an answer: what the server tells about itself on the way. */
  readonly login: Login | undefined;
  readonly facts: InsideFacts;
}
type Connect = () => Promise<SmbConnection>;

/** Looks around over SMB 2 or 3; undefined where the server takes neither. SMB 2 needs less of both sides and is tried first. */
export async function lookInside(dial: Dial): Promise<Inside | undefined> {
  return (await talk(dial, SMB2_DIALECTS)) ?? (await talk(dial, SMB3_DIALECTS));
}

function talk(dial: Dial, dialects: readonly number[]): Promise<Inside | undefined> {
  return withConnections(dial, async (connect) => {
    const agreed = await agreeOrPart(dial, await connect(), dialects);
    if (!agreed) return undefined;
    const visits = await receive(dial, agreed.client, async () => (await agree(dial, await connect(), dialects))?.client);
    return { negotiated: agreed.negotiated, visits };
  });
}

/** Sends in a null session and then a guest, who comes again where the server hung up on the first of them. */
export async function receive(dial: Dial, client: Client, reconnect: () => Promise<Client | undefined>): Promise<Visits> {
  const nobody = await observe(() => client.login('nobody'));
  const facts = await lookAround(new Visitor(dial, nobody), async () => {
    const guest = await observe(() => client.login({ user: NOBODYS_NAME }));
    const again = !guest.ok && guest.failure.kind === 'reset' ? valueOf(await observe(reconnect)) : undefined;
    return new Visitor(dial, again ? await observe(() => again.login({ user: NOBODYS_NAME })) : guest);
  });
  return { login: valueOf(nobody), facts };
}

/** Closes every connection of a talk when it is over. */
export async function withConnections<T>(dial: Dial, talk: (connect: Connect) => Promise<T>): Promise<T> {
  const open: SmbConnection[] = [];
  try {
    return await talk(async () => {
      const connection = await SmbConnection.open(dial, TALK);
      open.push(connection);
      return connection;
    });
  } finally {
    for (const connection of open) connection.close();
  }
}

/** A server that knows no SMB 2 hangs up on the word. */
async function agreeOrPart(dial: Dial, connection: SmbConnection, dialects: readonly number[]) {
  try {
    return await agree(dial, connection, dialects);
  } catch (error) {
    if (failureOf(error).kind === 'reset') return undefined;
    throw error;
  }
}
