import { type Dial, observe, valueOf } from '../../scanner.js';
import type { Smb1Negotiated, Smb1Texts } from '../../wire/smb/smb1-login.js';
import { converse } from './connection.js';
import { receive, type Visits, withConnections } from './inside.js';
import type { Login } from './session.js';
import { Smb1Client } from './smb1-client.js';

/** What SMB1 gives away before and during a null session; the texts are empty where it gives none. */
export type Smb1Look = Smb1Negotiated & Smb1Texts;

/** Asks for SMB1; undefined where the server says that it does not speak it. */
export async function lookAtSmb1(dial: Dial): Promise<Smb1Look | undefined> {
  return converse(dial, {}, async (connection) => {
    const client = new Smb1Client(connection, dial.target.address);
    const negotiated = await client.negotiate();
    return negotiated && withTexts(negotiated, valueOf(await observe(() => client.login('nobody'))));
  });
}

/** The same, and a look around the shares: for servers that speak nothing newer. */
export async function lookInsideSmb1(dial: Dial): Promise<{ readonly look: Smb1Look; readonly visits: Visits } | undefined> {
  return withConnections(dial, async (connect) => {
    const meet = async () => {
      const client = new Smb1Client(await connect(), dial.target.address);
      const negotiated = await client.negotiate();
      return negotiated && { client, negotiated };
    };
    const met = await meet();
    if (!met) return undefined;
    const visits = await receive(dial, met.client, async () => (await meet())?.client);
    return { look: withTexts(met.negotiated, visits.login), visits };
  });
}

const withTexts = (negotiated: Smb1Negotiated, login: Login | undefined): Smb1Look => ({
  ...negotiated,
  ...(login?.texts ?? { os: '', lanManager: '', workgroup: negotiated.workgroup }),
});
