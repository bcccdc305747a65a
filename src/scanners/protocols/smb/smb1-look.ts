import { type Dial, observe, valueOf } from '../../scanner.js';
import type { Smb1Negotiated, Smb1SessionAnswer } from '../../wire/smb/smb1-login.js';
import { converse } from './connection.js';
import { Smb1Client } from './smb1-client.js';

/** What SMB1 gives away before and during a null session; the texts are empty where it gives none. */
export type Smb1Look = Smb1Negotiated & Omit<Smb1SessionAnswer, 'guest'>;

/** Asks for SMB1; undefined where the server says that it does not speak it. */
export async function lookAtSmb1(dial: Dial): Promise<Smb1Look | undefined> {
  return converse(dial, {}, async (connection) => {
    const client = new Smb1Client(connection, dial.target.address);
    const negotiated = await client.negotiate();
    if (!negotiated) return undefined;
    const login = valueOf(await observe(() => client.login('nobody', negotiated)));
    const { os, lanManager, workgroup } = login?.ok ? login.value : { os: '', lanManager: '', workgroup: negotiated.workgroup };
    return { ...negotiated, os, lanManager, workgroup };
  });
}
