import { type Dial, failureOf, ProbeError } from '../../scanner.js';
import { dialectNames, type Negotiated } from '../../wire/smb/smb2-negotiate.js';
import { Status, statusName } from '../../wire/smb/status.js';
import { converse, type SmbConnection } from './connection.js';
import { Smb2Client } from './smb2-client.js';

const FIRST_WITH_ENCRYPTION = 0x0300;
export const DIALECTS: readonly number[] = [...dialectNames.keys()];
export const SMB2_DIALECTS = DIALECTS.filter((dialect) => dialect < FIRST_WITH_ENCRYPTION);
export const SMB3_DIALECTS = DIALECTS.filter((dialect) => dialect >= FIRST_WITH_ENCRYPTION);

/** What the server agreed to and the client that may go on talking, or undefined where it likes none of the dialects. */
export async function agree(dial: Dial, connection: SmbConnection, dialects: readonly number[]) {
  const client = new Smb2Client(connection, dial.target.address);
  const reply = await client.negotiate(dialects);
  if (reply.ok) return { client, negotiated: reply.value };
  if (reply.status === Status.NOT_SUPPORTED) return undefined;
  throw new ProbeError('protocol', `the server answers ${statusName(reply.status)} to a negotiation`);
}

/** Every dialect that the server takes, newest first: each connection offers what is left, until nothing is. */
export async function allDialects(dial: Dial, known: Negotiated): Promise<readonly Negotiated[]> {
  const newer = SMB2_DIALECTS.includes(known.dialect) ? await accepted(dial, SMB3_DIALECTS) : [];
  const generation = SMB2_DIALECTS.includes(known.dialect) ? SMB2_DIALECTS : SMB3_DIALECTS;
  const older = await accepted(dial, below(known, generation));
  return [...newer, known, ...older];
}

async function accepted(dial: Dial, offered: readonly number[]): Promise<readonly Negotiated[]> {
  if (offered.length === 0) return [];
  const chosen = await unlessHungUp(dial, () => offer(dial, offered));
  return chosen ? [chosen, ...(await accepted(dial, below(chosen, offered)))] : [];
}

const below = ({ dialect }: Negotiated, dialects: readonly number[]) => dialects.filter((other) => other < dialect);

/**
 * Some servers refuse an offer by hanging up: that is an answer, undefined, as long as the server still talks to an
 * offer that it likes. Otherwise it is only a server that has had enough of us, and the look has failed.
 */
export async function unlessHungUp<T>(dial: Dial, look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (failureOf(error).kind !== 'reset') throw error;
    await offer(dial, DIALECTS);
    return undefined;
  }
}

async function offer(dial: Dial, dialects: readonly number[]): Promise<Negotiated | undefined> {
  return converse(dial, {}, async (connection) => (await agree(dial, connection, dialects))?.negotiated);
}
