import { afterEach, describe, expect, test } from '@jest/globals';
import type { Server } from 'node:net';
import scanner from '../../../src/scanners/protocols/smb.js';
import { dialTo, listen } from '../../support/dial-to.js';
import { may } from '../../support/smb-facts.js';
import { loadTranscript, replay, type Spoil } from '../../support/smb-replay.js';

let server: Server;
afterEach(() => void server.close());

async function look(name: string, spoil?: Spoil) {
  server = replay(loadTranscript(`samba-4.17.12-${name}`), spoil);
  const dial = dialTo(await listen(server), { name: 'hassio.lan' });
  expect(await scanner.identify!(dial)).toBe(true);
  return scanner.gather(dial);
}

const value = <T>(observation: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: unknown }): T => {
  if (!observation.ok) throw new Error(JSON.stringify(observation.failure));
  return observation.value;
};

describe('a recorded Samba', () => {
  test('that takes guests and speaks SMB1', async () => {
    const facts = await look('guest');
    expect(value(facts['smb.negotiate'])).toEqual({
      dialects: ['2.0.2', '2.1', '3.0', '3.0.2', '3.1.1'],
      signing: { enabled: true, required: false },
      smb1: true,
      encryption: true,
      smb1Security: { userLevel: true, challengeResponse: true, signing: { enabled: false, required: false } },
    });
    expect(value(facts['smb.names'])).toMatchObject({
      netbiosComputer: 'HASSIO',
      workgroup: 'WORKGROUP',
      os: 'Windows 6.1',
      lanManager: 'Samba 4.17.12-Debian',
    });
    expect(value(facts['smb.sessions'])).toMatchObject({ nullSession: { outcome: 'accepted' }, guest: { outcome: 'guest' } });
    expect(value(facts['smb.shares'])).toMatchObject([
      { name: 'config', type: 'disk', listed: true, nullSession: may('yyyy'), guest: may('yyyy') },
      { name: 'share', type: 'disk', listed: true, nullSession: may('yyyn'), guest: may('yyyn') },
      { name: 'ssl', type: 'disk', listed: true, nullSession: may('nnnn'), guest: may('nnnn') },
      { name: 'IPC$', type: 'ipc', hidden: true, comment: 'IPC Service (Samba 4.17.12-Debian)' },
    ]);
    expect(value(facts['smb.second-opinion'])).toEqual({ client: 'smb2', share: 'config', entries: 1 });
  });

  test('after the advice', async () => {
    const facts = await look('hardened');
    expect(value(facts['smb.negotiate'])).toMatchObject({ dialects: ['3.1.1'], signing: { required: true }, smb1: false });
    expect(value(facts['smb.sessions'])).toMatchObject({ nullSession: { outcome: 'accepted' }, guest: { outcome: 'refused' } });
    expect(value(facts['smb.listing'])).toMatchObject({ nullSession: { outcome: 'refused' }, guest: { outcome: 'refused' } });
    expect(value(facts['smb.shares'])).toMatchObject([{ name: 'config', listed: false, nullSession: may('nnnn'), guest: may('nnnn') }]);
  });

  test('that requires encryption', async () => {
    const facts = await look('encrypted');
    expect(value(facts['smb.sessions'])).toEqual({
      nullSession: { outcome: 'refused', status: 'STATUS_ACCESS_DENIED' },
      guest: { outcome: 'refused', status: 'STATUS_ACCESS_DENIED' },
    });
    expect(value(facts['smb.shares'])).toEqual([]);
  });

  test('that speaks nothing but SMB1', async () => {
    const facts = await look('smb1-alone');
    expect(value(facts['smb.negotiate'])).toMatchObject({ dialects: [], smb1: true, encryption: false });
    expect(value(facts['smb.shares'])).toMatchObject([
      { name: 'config', nullSession: may('yyyy'), guest: may('yyyy') },
      { name: 'share', nullSession: may('yyyn'), guest: may('yyyn') },
      { name: 'ssl', nullSession: may('nnnn'), guest: may('nnnn') },
      { name: 'IPC$' },
    ]);
  });
});

/** Some hundred and forty whole audits, each with a worker. */
const PATIENCE_MS = 120_000;
/** The talk about sessions and shares is the second connection, after the question whether this is SMB at all. */
const TALK = 1;

describe('a server that breaks off in the middle', () => {
  test.each(['guest', 'smb1-alone'])(
    'of the %s recording never looks safe and never trips us',
    async (name) => {
      const talk = name === 'guest' ? TALK : TALK + 2;
      const requests = loadTranscript(`samba-4.17.12-${name}`).connections[talk]!.length;
      for (let broken = 0; broken < requests; broken++) {
        const facts = await look(name, (answer, connection, request) =>
          connection === talk && request === broken ? answer.subarray(0, answer.length >> 1) : answer,
        );
        server.close();
        for (const [fact, observation] of Object.entries(facts)) {
          expect([fact, broken, observation.ok ? 'ok' : observation.failure.kind]).not.toContain('bug');
        }
        const { 'smb.shares': shares, 'smb.sessions': sessions } = facts;
        if (!shares.ok || !sessions.ok) continue;
        // Whatever was left out says so: an answer that breaks off denies nothing.
        const config = shares.value.find(({ name: share }) => share === 'config');
        for (const visitor of ['nullSession', 'guest'] as const) {
          expect([broken, visitor, sessions.value[visitor].outcome]).not.toContain('refused');
          expect([broken, visitor, config?.[visitor].write ?? null]).not.toContain(false);
        }
      }
    },
    PATIENCE_MS,
  );
});
