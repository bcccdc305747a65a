import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import chainIncomplete from '../../src/checks/tls/chain-incomplete.js';
import expired from '../../src/checks/tls/expired.js';
import forwardSecrecy from '../../src/checks/tls/forward-secrecy.js';
import weakCiphers from '../../src/checks/tls/weak-ciphers.js';
import weakDh from '../../src/checks/tls/weak-dh.js';
import weakKey from '../../src/checks/tls/weak-key.js';
import weakProtocols from '../../src/checks/tls/weak-protocols.js';
import scanner from '../../src/scanners/protocols/tls.js';
import { freePorts, installed, startDaemon } from '../support/daemon.js';
import { dialTo } from '../support/dial-to.js';
import { outcomeOf } from '../support/test-check.js';

const program = installed('openssl');
const fixture = (name: string) => fileURLToPath(new URL(`../../../fixtures/certificates/${name}`, import.meta.url));
const certificate = (name: string, ...chain: string[]) => [
  ...['-cert', fixture(`${name}.crt`), '-key', fixture(`${name}.key`)],
  ...chain.flatMap((each) => ['-cert_chain', fixture(`${each}.crt`)]),
];
const RSA = certificate('self-signed');
const OLD = 'ALL:COMPLEMENTOFALL:@SECLEVEL=0';

const suite = program ? describe : describe.skip;
if (!program) console.log('skipped: openssl is not installed');

/** What `openssl s_client` can agree upon: the second opinion about versions. */
function versionsByClient(port: number): string[] {
  const flags = { 'TLSv1.0': '-tls1', 'TLSv1.1': '-tls1_1', 'TLSv1.2': '-tls1_2', 'TLSv1.3': '-tls1_3' };
  return Object.entries(flags).flatMap(([version, flag]) => {
    const { stdout } = spawnSync(program!, ['s_client', '-connect', `127.0.0.1:${port}`, flag, '-cipher', OLD], {
      input: '',
      timeout: 5_000,
    });
    return /^New, (TLS|SSL)/m.test(stdout.toString()) ? [version] : [];
  });
}

async function facts(flags: readonly string[]) {
  const [port = 0] = await freePorts(1);
  const daemon = await startDaemon([program!, 's_server', '-accept', `127.0.0.1:${port}`, '-quiet', ...flags], [port]);
  try {
    return { seen: await scanner.gather(dialTo(port, { name: 'box.lan' })), versions: versionsByClient(port) };
  } finally {
    await daemon.stop();
  }
}

suite('openssl s_server', () => {
  test.each([
    ['as it comes', RSA],
    ['everything that it knows', [...RSA, '-cipher', OLD]],
    ['TLS 1.2 alone', [...RSA, '-tls1_2']],
    ['TLS 1.3 alone', [...RSA, '-tls1_3']],
    ['without TLS 1.2', [...RSA, '-no_tls1_2', '-cipher', OLD]],
    ['TLS 1.0 alone', [...RSA, '-tls1', '-cipher', OLD]],
  ])('%s: the versions that s_client gets', async (_name, flags) => {
    const { seen, versions } = await facts(flags);
    expect(seen['tls.protocols']).toMatchObject({ ok: true, value: { accepted: versions } });
    expect(versions.length).toBeGreaterThan(0);
  });

  test.each([
    ['modern', () => [...RSA, '-cipher', 'ECDHE+AESGCM'], []],
    ['as it comes, RSA key exchange among others', () => RSA, []],
    ['RSA key exchange alone', () => [...RSA, '-tls1_2', '-cipher', 'kRSA'], ['forward-secrecy']],
    ['old versions', () => [...RSA, '-cipher', 'DEFAULT:@SECLEVEL=0'], ['weak-protocols']],
    ['no encryption', () => [...RSA, '-tls1_2', '-cipher', 'AESGCM:eNULL:@SECLEVEL=0'], ['weak-ciphers']],
    ['no proof', () => [...RSA, '-tls1_2', '-cipher', 'AESGCM:aNULL:@SECLEVEL=0'], ['weak-ciphers']],
    ['a small group', () => [...RSA, '-tls1_2', '-cipher', 'DHE:@SECLEVEL=0', '-dhparam', fixture('dh1024.pem')], ['weak-dh']],
    ['a small key', () => [...certificate('rsa1024-md5'), '-cipher', 'ECDHE+AESGCM:@SECLEVEL=0', '-no_tls1', '-no_tls1_1'], ['weak-key']],
    ['expired', () => certificate('expired'), ['expired']],
    ['not yet valid', () => certificate('not-yet'), ['expired']],
    ['the intermediate is missing', () => certificate('leaf'), ['chain-incomplete']],
    ['a whole private chain', () => [...certificate('leaf'), '-cert_chain', fixture('intermediate.crt')], []],
  ] as const)('%s: the verdicts', async (_name, flags, failing) => {
    const { seen } = await facts(flags());
    const checks = [weakProtocols, weakCiphers, weakDh, weakKey, forwardSecrecy, expired, chainIncomplete];
    const failed = checks.filter((check) => outcomeOf(check, seen) === 'fail').map(({ id }) => id.replace('tls/', ''));
    expect(failed).toEqual(failing);
    expect(checks.map((check) => [check.id, outcomeOf(check, seen)])).not.toContainEqual([
      expect.anything(),
      expect.stringMatching('unknown'),
    ]);
  });
});
