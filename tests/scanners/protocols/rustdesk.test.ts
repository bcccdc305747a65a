import { afterEach, describe, expect, test } from '@jest/globals';
import type { Evidence, Mode } from '../../../src/model.js';
import rustdesk from '../../../src/scanners/protocols/rustdesk.js';
import { answering, betterdeskRelay, betterdeskSignal, dialAs, hbbsSignal, natTest, oneAtATime, OPENING } from '../../peers/rustdesk.js';
import { type Peer, rawPeer } from '../../peers/web.js';

const peers: Peer[] = [];
afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
});

async function visit(
  port: number,
  making: Promise<Peer>,
  modes?: readonly Mode[],
): Promise<{ known: boolean; facts: Evidence; peer: Peer }> {
  const peer = await making;
  peers.push(peer);
  const dial = dialAs(port, peer, modes);
  const known = await rustdesk.identify!(dial).catch(() => false);
  return { known, facts: await rustdesk.gather(dial), peer };
}

const value = (facts: Evidence, name: keyof Evidence) => {
  const observation = facts[name];
  return observation && (observation.ok ? observation.value : observation.failure.kind);
};

describe('BetterDesk', () => {
  test('the signal port opens with its key and echoes', async () => {
    const { known, facts, peer } = await visit(21116, betterdeskSignal());
    expect(known).toBe(true);
    expect(facts).toMatchObject({
      'rustdesk.hello': { value: { asked: 'HealthCheck', answers: ['KeyExchange', 'HealthCheck'] } },
      'rustdesk.key-exchange': { value: { plainAnswered: true } },
      'rustdesk.key-exchange-again': { value: { same: true } },
      'rustdesk.tls': { value: { offered: false } },
      'rustdesk.idle-blocks': { failure: { kind: 'skipped' } },
    });
    // The server allows 20 a minute, for real clients behind the same address as well.
    expect(peer.connections()).toBeLessThanOrEqual(3);
  });

  test('without leave it takes one connection', async () => {
    const { facts, peer } = await visit(21116, betterdeskSignal(), ['passive']);
    expect(peer.connections()).toBe(1);
    expect(value(facts, 'rustdesk.tls')).toBe('skipped');
  });

  test('a key of another time is another key', async () => {
    let turn = 0;
    const { facts } = await visit(
      21116,
      rawPeer((socket) => {
        const opening = Buffer.from(OPENING);
        opening[50] = turn++;
        socket.end(opening);
      }),
    );
    expect(value(facts, 'rustdesk.key-exchange-again')).toEqual({ same: false });
  });

  test('the NAT test says who is online', async () => {
    const { known, facts } = await visit(21115, natTest());
    expect(known).toBe(true);
    expect(value(facts, 'rustdesk.online')).toEqual({ answered: true });
    expect(value(facts, 'rustdesk.nat-test')).toEqual({ serial: 0, servers: 0 });
    expect(value(facts, 'rustdesk.console')).toMatchObject({ open: false });
  });

  test.each([
    ['joins strangers', true, { paired: true, held: false }],
    ['closes on strangers', false, { paired: false, held: false }],
  ])('a relay that %s', async (_name, joins, expected) => {
    const { known, facts } = await visit(21117, betterdeskRelay(joins), ['passive', 'active', 'intrusive']);
    expect(known).toBe(true);
    expect(value(facts, 'rustdesk.relay-pairing')).toMatchObject(expected);
  });

  test('a silent connection of ours keeps others out for as long as it stays', async () => {
    const { facts } = await visit(21116, oneAtATime(), ['passive', 'active', 'intrusive']);
    const { blockedMs } = value(facts, 'rustdesk.idle-blocks') as { blockedMs: number };
    expect(blockedMs).toBeGreaterThan(400);
  });
});

describe('RustDesk’s own server', () => {
  test.each([
    ['105a021803', 'key mismatch'],
    ['085a00', 'id unknown'],
  ])('%s to a wrong key', async (answer, expected) => {
    const { known, facts } = await visit(21116, hbbsSignal(answer));
    expect(known).toBe(true);
    expect(facts['rustdesk.key-exchange']).toBeUndefined();
    expect(value(facts, 'rustdesk.punch-hole')).toEqual({ answer: expected });
  });

  test('a relay that says nothing is not recognised', async () => {
    expect((await visit(21117, answering({}))).known).toBe(false);
  });

  test.each([
    ['keeps', true],
    ['closes', false],
  ])('a relay that %s a wrong key', async (_name, held) => {
    const relay = await rawPeer((socket) => void socket.once('data', () => !held && socket.destroy()));
    peers.push(relay);
    const peer = await hbbsSignal('105a021803');
    peers.push(peer);
    const dial = dialAs(21116, peer, ['passive', 'active', 'intrusive']);
    const facts = await rustdesk.gather(Object.assign((options = {}) => dial(options), dial, { to: () => dialAs(21117, relay) }));
    expect(value(facts, 'rustdesk.relay-key')).toMatchObject({ port: 21117, held });
  });

  test('the console of loopback behind a forwarder', async () => {
    const help = Buffer.from('relay-servers(rs) <separated by ,>\nreload-geo(rg)\n').toString('hex');
    const { known, facts } = await visit(31115, answering({ '680a': help }));
    expect(known).toBe(true);
    expect(value(facts, 'rustdesk.console')).toEqual({ open: true, saw: 'relay-servers(rs) <separated by ,>' });
    expect((await visit(31115, answering({ '680a': help }), ['passive'])).known).toBe(false);
  });
});

describe('others', () => {
  test('every prefix of an opening is nobody’s', async () => {
    for (const length of [0, 1, 2, 7, 50, OPENING.length - 1]) {
      const { known, facts } = await visit(21116, answering({}, OPENING.subarray(0, length)));
      expect({ length, known, hello: facts['rustdesk.hello']?.ok }).toEqual({ length, known: false, hello: false });
    }
  });

  test('a web server is none', async () => {
    const { known } = await visit(21116, answering({ '18d201030a0161': Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n').toString('hex') }));
    expect(known).toBe(false);
  });
});
