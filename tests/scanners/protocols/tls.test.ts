import { afterEach, describe, expect, test } from '@jest/globals';
import type net from 'node:net';
import type tls from 'node:tls';
import scanner from '../../../src/scanners/protocols/tls.js';
import {
  alert,
  certificateOf,
  certificates,
  identity,
  legacyServer,
  message,
  record,
  scriptedTls,
  serverHello,
  tlsPeer,
} from '../../peers/tls.js';
import { rawPeer } from '../../peers/web.js';
import { withDeadline } from '../../../src/survey/limits.js';
import { dialTo } from '../../support/dial-to.js';

const SSL3 = 0x0300;
const TLS10 = 0x0301;
const TLS12 = 0x0303;
const RSA_RC4_MD5 = 0x0004;
const RSA_3DES = 0x000a;
const RSA_EXPORT_RC4 = 0x0003;
const RSA_AES = 0x002f;

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});
function kept<T extends { close(): unknown }>(peer: T): T {
  open.push(peer);
  return peer;
}
const server = async (options: tls.TlsOptions) => kept(await tlsPeer({ ...identity('self-signed'), ...options }));
const scripted = async (answer: Parameters<typeof scriptedTls>[0]) => kept(await scriptedTls(answer));
const gather = ({ port }: { port: number }, name = '127.0.0.1') => scanner.gather(dialTo(port, { name }));
const identify = ({ port }: { port: number }) => scanner.identify!(dialTo(port));
const names = (facts: Awaited<ReturnType<typeof gather>>) => {
  const ciphers = facts['tls.ciphers'];
  return ciphers.ok ? ciphers.value.accepted.map(({ version, name }) => `${version} ${name}`) : [];
};

describe('versions', () => {
  const all = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;
  const shown = ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];
  test.each([
    [0, 3],
    [1, 2],
    [2, 3],
    [0, 0],
    [3, 3],
  ])('from %i to %i of TLS 1.0 to 1.3', async (from, to) => {
    const peer = await server({ minVersion: all[from], maxVersion: all[to], ciphers: 'ALL:@SECLEVEL=0' });
    expect(await identify(peer)).toBe(true);
    const facts = await gather(peer);
    const accepted = shown.slice(from, to + 1);
    expect(facts['tls.protocols']).toEqual({
      ok: true,
      value: { accepted, refused: ['SSLv3', ...shown].filter((version) => !accepted.includes(version)) },
    });
    expect(facts['tls.session']).toMatchObject({ ok: true, value: { version: accepted.at(-1) } });
  });

  test('SSL 3.0 alone, which node:tls cannot speak', async () => {
    const peer = kept(await legacyServer({ versions: [SSL3], suites: [RSA_RC4_MD5], certificate: 'rsa1024-md5' }));
    expect(await identify(peer)).toBe(true);
    const facts = await gather(peer);
    expect(facts['tls.protocols']).toMatchObject({ ok: true, value: { accepted: ['SSLv3'] } });
    expect(names(facts)).toEqual(['SSLv3 TLS_RSA_WITH_RC4_128_MD5']);
    expect(facts['tls.certificate']).toMatchObject({
      ok: true,
      value: { key: { type: 'rsa', bits: 1024 }, signature: 'md5WithRSAEncryption', chainProblem: 'not verified' },
    });
    expect(facts['tls.session']).toEqual({
      ok: true,
      value: { version: 'SSLv3', cipher: 'TLS_RSA_WITH_RC4_128_MD5', alpn: '', clientCertificate: 'none' },
    });
  });
});

describe('suites', () => {
  test('one of each weak kind, however good the favourite is', async () => {
    const peer = kept(
      await legacyServer({
        versions: [TLS10, TLS12],
        suites: [RSA_AES, RSA_3DES, RSA_RC4_MD5, 0x0005, RSA_EXPORT_RC4],
        certificate: 'self-signed',
      }),
    );
    const facts = await gather(peer);
    expect(names(facts)).toEqual([
      'TLSv1.0 TLS_RSA_WITH_AES_128_CBC_SHA',
      'TLSv1.2 TLS_RSA_WITH_AES_128_CBC_SHA',
      'TLSv1.2 TLS_RSA_WITH_3DES_EDE_CBC_SHA',
      'TLSv1.2 TLS_RSA_WITH_RC4_128_MD5',
      'TLSv1.2 TLS_RSA_EXPORT_WITH_RC4_40_MD5',
    ]);
    expect(facts['tls.ciphers']).toMatchObject({ value: { weakSought: ['TLSv1.2', 'TLSv1.0'] } });
  });

  test('a weak suite that only the old version takes is found there', async () => {
    const peer = await scripted(({ version, suites }) => {
      const favourites = version < TLS12 ? [RSA_AES, RSA_RC4_MD5] : [RSA_AES];
      const suite = favourites.find((each) => suites.includes(each));
      return version >= TLS10 && suite ? record(22, version, serverHello(version, suite), message(14)) : alert(40);
    });
    expect(names(await gather(peer))).toContain('TLSv1.1 TLS_RSA_WITH_RC4_128_MD5');
  });

  test('NULL, anonymous and the small group of a real server', async () => {
    const peer = await server({ maxVersion: 'TLSv1.2', ciphers: 'DHE-RSA-AES128-SHA:ADH:eNULL:@SECLEVEL=0', dhparam: 'auto' });
    const facts = await gather(peer);
    expect(names(facts).join()).toMatch(/NULL/);
    expect(names(facts).join()).toMatch(/_anon_/);
    expect(facts['tls.dhe']).toEqual({ ok: true, value: { bits: 2048 } });
  });

  test('silence to weak offers is not a refusal', async () => {
    const peer = await scripted(({ version, suites }) => {
      if (version !== TLS12) return alert(70);
      return suites.includes(RSA_AES) ? record(22, version, serverHello(version, RSA_AES), message(14)) : 'silence';
    });
    const facts = await scanner.gather(withDeadline(dialTo(peer.port), 800));
    expect(facts['tls.ciphers']).toMatchObject({ ok: true, value: { weakSought: [] } });
  });

  test('a suite that was not on offer is believed once', async () => {
    const peer = await scripted(({ version }) => record(22, version, serverHello(version, RSA_RC4_MD5), message(14)));
    const facts = await gather(peer);
    expect(facts['tls.ciphers']).toMatchObject({ ok: true });
    expect(peer.connections()).toBeLessThan(20);
  });

  test('a suite that nobody knows is shown by its number', async () => {
    const peer = await scripted(({ version }) => (version === TLS12 ? record(22, version, serverHello(version, 0xeeee)) : undefined));
    expect(names(await gather(peer))).toEqual(['TLSv1.2 0xeeee']);
  });
});

describe('certificates and clients', () => {
  test('the chain: whole to a private root, alone, expired, not yet valid', async () => {
    const problem = async (options: tls.TlsOptions) => {
      const { 'tls.certificate': certificate } = await gather(await server(options));
      return certificate.ok ? certificate.value.chainProblem : certificate.failure;
    };
    expect(await problem({})).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(await problem(identity('leaf', 'intermediate', 'root'))).toBe('SELF_SIGNED_CERT_IN_CHAIN');
    expect(await problem(identity('leaf', 'intermediate'))).toBe('UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
    expect(await problem(identity('leaf'))).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
    expect(await problem(identity('expired'))).toBe('CERT_HAS_EXPIRED');
    expect(await problem(identity('not-yet'))).toBe('CERT_NOT_YET_VALID');
  });

  test.each([
    ['TLSv1.2', true, 'required'],
    ['TLSv1.2', false, 'requested'],
    ['TLSv1.3', true, 'required'],
    ['TLSv1.3', false, 'not required'],
  ] as const)('%s, client certificate demanded: %s', async (version, rejectUnauthorized, expected) => {
    const peer = await server({ minVersion: version, maxVersion: version, requestCert: true, rejectUnauthorized });
    const facts = await gather(peer);
    expect(facts['tls.session']).toMatchObject({ ok: true, value: { clientCertificate: expected } });
    expect(facts['tls.certificate']).toMatchObject({ ok: true, value: { subject: 'CN=box.lan' } });
  });

  test('no client certificate wanted; the application protocol is shown', async () => {
    const facts = await gather(await server({ ALPNProtocols: ['http/1.1'] }));
    expect(facts['tls.session']).toMatchObject({ ok: true, value: { clientCertificate: 'none', alpn: 'http/1.1' } });
  });

  test('a server that wants an application protocol we do not know still shows its certificate', async () => {
    const facts = await gather(await server({ ALPNProtocols: ['invented/1'] }));
    expect(facts['tls.certificate']).toMatchObject({ ok: true });
  });

  test('the name goes out as SNI, an address does not', async () => {
    const heard: string[] = [];
    const peer = await scripted(({ names }) => {
      heard.push(names);
      return undefined;
    });
    await gather(peer, 'box.lan');
    expect(heard.slice(1).some((extensions) => extensions.includes('box.lan'))).toBe(true);
    heard.length = 0;
    await gather(peer, '127.0.0.1');
    expect(heard.some((extensions) => extensions.includes('127.0.0.1'))).toBe(false);
  });

  test('a name that the server does not serve: TLS all the same, and an honest failure', async () => {
    const peer = await scripted(() => alert(112));
    expect(await identify(peer)).toBe(true);
    const facts = await gather(peer, 'other.lan');
    const failure = { kind: 'tls', detail: expect.stringContaining('unrecognized_name') };
    for (const fact of Object.values(facts)) expect(fact).toEqual({ ok: false, failure });
  });

  test('unrecognized_name as a warning goes before a hello', async () => {
    const peer = await scripted(({ version }) =>
      version === TLS12 ? Buffer.concat([alert(112, 1), record(22, TLS12, serverHello(TLS12, RSA_AES), message(14))]) : alert(70),
    );
    expect((await gather(peer))['tls.protocols']).toMatchObject({ ok: true, value: { accepted: ['TLSv1.2'] } });
  });
});

describe('peers that are no TLS, or a hostile one', () => {
  const notTls: Record<string, (socket: net.Socket) => void> = {
    'plain HTTP': (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    'an SSH greeting': (socket) => socket.write('SSH-2.0-OpenSSH_9.2p1\r\n'),
    'a record of 64 KiB': (socket) => socket.write(Buffer.from([0x16, 3, 3, 0xff, 0xff, 2])),
    'a record of 16 MiB in messages': (socket) => socket.write(record(22, TLS12, Buffer.from([2, 0xff, 0xff, 0xff]))),
    'an alert of three bytes': (socket) => socket.write(record(21, TLS12, Buffer.from([2, 40, 0]))),
    'a ServerHello of nothing': (socket) => socket.end(record(22, TLS12, message(2))),
    'a ServerHello of another version': (socket) => socket.end(record(22, TLS12, serverHello(0x0909, RSA_AES))),
    'a certificate before the hello': (socket) => socket.end(record(22, TLS12, certificates(certificateOf('self-signed')))),
    'application data at once': (socket) => socket.end(record(23, TLS12, Buffer.alloc(40))),
    'a hang-up': (socket) => socket.end(),
    'a reset': (socket) => socket.resetAndDestroy(),
  };
  test.each(Object.entries(notTls))('%s', async (_name, talk) => {
    const peer = kept(await rawPeer((socket) => void socket.once('data', () => talk(socket))));
    expect(await identify(peer)).toBe(false);
    const facts = await gather(peer);
    for (const fact of Object.values(facts)) expect(fact).toMatchObject({ ok: false });
  });

  test('an echo is no TLS', async () => {
    const peer = kept(await rawPeer((socket) => void socket.pipe(socket)));
    expect(await identify(peer)).toBe(false);
  });

  test('empty records for ever end', async () => {
    const peer = kept(
      await rawPeer((socket) => {
        const pour = () => !socket.destroyed && socket.write(Buffer.concat(Array<Buffer>(64).fill(record(22, TLS12))), pour);
        socket.once('data', pour);
      }),
    );
    expect(await identify(peer)).toBe(false);
  });

  test('a certificate of noise is no fact, the version is', async () => {
    const peer = await scripted(({ version }) =>
      version === TLS12
        ? record(22, TLS12, serverHello(TLS12, RSA_RC4_MD5), certificates(Buffer.alloc(300, 0x30)), message(14))
        : alert(70),
    );
    const facts = await gather(peer);
    expect(facts['tls.protocols']).toMatchObject({ ok: true });
    expect(facts['tls.certificate']).toMatchObject({ ok: false, failure: { kind: 'protocol' } });
  });
});
