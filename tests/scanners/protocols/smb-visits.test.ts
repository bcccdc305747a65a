import { describe, expect, test } from '@jest/globals';
import { ProbeError } from '../../../src/errors.js';
import { receive } from '../../../src/scanners/protocols/smb/inside.js';
import { type Client, denied, granted, type Identity, type Reply, type Tree } from '../../../src/scanners/protocols/smb/session.js';
import { Status } from '../../../src/scanners/wire/smb/status.js';
import { dialTo } from '../../support/dial-to.js';
import { may } from '../../support/smb-facts.js';

const dial = dialTo(1);
const { ACCESS_DENIED, BAD_NETWORK_NAME, LOGON_FAILURE } = Status;

/** An empty share that may only be read; it has no pipe to list shares by. */
const folder: Tree = {
  type: 'disk',
  open: async () => denied(ACCESS_DENIED),
  list: async () => granted([]),
  isReadOnlyVolume: async () => granted(false),
  disconnect: async () => undefined,
};

/** A server that answers logins and share names like this. */
const serving = (connect: (share: string) => Reply<Tree>, login: (identity: Identity) => number = () => 0): Client => ({
  login: async (identity) => {
    const status = login(identity);
    return { session: status ? denied(status) : granted({ guest: identity !== 'nobody', connect: async (share) => connect(share) }) };
  },
});
const visit = async (client: Client, again?: Client) => (await receive(dial, client, async () => again)).facts;

describe('shares on no list', () => {
  test('are found by name', async () => {
    const facts = await visit(
      serving((share) => (share === 'config' ? granted(folder) : denied(share === 'IPC$' ? ACCESS_DENIED : BAD_NETWORK_NAME))),
    );
    expect(facts['smb.shares']).toEqual([
      { name: 'config', type: 'disk', comment: '', hidden: true, listed: false, nullSession: may('yyyn'), guest: may('yyyn') },
    ]);
    expect(facts['smb.listing']).toMatchObject({ nullSession: { outcome: 'refused' }, guest: { outcome: 'refused' } });
  });

  test('are not made up of a server that denies every name', async () => {
    expect((await visit(serving(() => denied(ACCESS_DENIED))))['smb.shares']).toEqual([]);
  });

  test('are not made up of a server that knows every name', async () => {
    expect((await visit(serving((share) => (share === 'IPC$' ? denied(ACCESS_DENIED) : granted(folder)))))['smb.shares']).toEqual([]);
  });

  test('are closed to a visitor who was not let in', async () => {
    const facts = await visit(
      serving(
        (share) => (share === 'media' ? granted(folder) : denied(share === 'IPC$' ? ACCESS_DENIED : BAD_NETWORK_NAME)),
        (identity) => (identity === 'nobody' ? 0 : LOGON_FAILURE),
      ),
    );
    expect(facts['smb.shares']).toMatchObject([{ name: 'media', nullSession: may('yyyn'), guest: may('nnnn') }]);
  });
});

describe('logins', () => {
  test('a refusal is told from a server that could not', async () => {
    const INSUFFICIENT_RESOURCES = 0xc000_009a;
    const facts = await visit(
      serving(
        () => denied(ACCESS_DENIED),
        (identity) => (identity === 'nobody' ? LOGON_FAILURE : INSUFFICIENT_RESOURCES),
      ),
    );
    expect(facts['smb.sessions']).toEqual({
      nullSession: { outcome: 'refused', status: 'STATUS_LOGON_FAILURE' },
      guest: { outcome: 'unclear', status: '0xc000009a' },
    });
  });

  test('the guest comes again where the server hung up on the null session', async () => {
    const hangingUp: Client = { login: () => Promise.reject(new ProbeError('reset', 'the peer hung up')) };
    const facts = await visit(
      hangingUp,
      serving(() => denied(BAD_NETWORK_NAME)),
    );
    expect(facts['smb.sessions']).toMatchObject({ nullSession: { outcome: 'unclear' }, guest: { outcome: 'guest' } });
  });

  test('a share that broke the talk is listed as not looked at', async () => {
    const facts = await visit(
      serving((share) => {
        if (share === 'config') throw new ProbeError('reset', 'the peer hung up');
        return denied(BAD_NETWORK_NAME);
      }),
    );
    expect(facts['smb.shares']).toMatchObject([{ name: 'config', nullSession: { write: null }, guest: { write: null } }]);
  });

  test('a server that hangs up on the question for the list has not refused it', async () => {
    const hangsUp = serving((share) => {
      if (share === 'IPC$') throw new ProbeError('reset', 'the peer hung up');
      return share === 'config' ? granted(folder) : denied(BAD_NETWORK_NAME);
    });
    const facts = await visit(hangsUp, hangsUp);
    expect(facts['smb.listing']).toMatchObject({ nullSession: { outcome: 'unclear' }, guest: { outcome: 'unclear' } });
    expect(facts['smb.shares']).toMatchObject([{ name: 'config', guest: { read: true } }]);
  });
});
