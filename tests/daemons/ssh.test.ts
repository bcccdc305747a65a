import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import scanner from '../../src/scanners/protocols/ssh.js';
import { freePorts, installed, scratch, startDaemon } from '../support/daemon.js';
import { dialTo } from '../support/dial-to.js';

/*
 * Real servers with many settings, as the current user on free ports. The truth about their keys is ssh-keygen's.
 */

const folder = scratch();
afterAll(() => folder.remove());
const path = (name: string) => join(folder.path, name);

interface Daemon {
  readonly port: number;
  stop(): Promise<void>;
}
const daemons: Daemon[] = [];
afterEach(async () => void (await Promise.all(daemons.splice(0).map((daemon) => daemon.stop()))));

async function kept(port: number, argv: readonly string[]): Promise<Daemon> {
  const daemon = { port, ...(await startDaemon(argv, [port])) };
  daemons.push(daemon);
  return daemon;
}

interface Key {
  readonly file: string;
  readonly fingerprint: string;
}
const printed = (file: string): string => execFileSync('ssh-keygen', ['-lf', file], { encoding: 'utf8' }).split(' ')[1]!;

function gather({ port }: Daemon) {
  let connections = 0;
  const dial = dialTo(port);
  const counting = Object.assign((options?: object) => (connections++, dial(options)), dial);
  return scanner.gather(counting).then((facts) => ({ facts, connections }));
}
const fingerprints = (facts: Awaited<ReturnType<typeof gather>>['facts']) =>
  facts['ssh.host-keys'].ok ? facts['ssh.host-keys'].value.map(({ fingerprint }) => fingerprint).sort() : facts['ssh.host-keys'].failure;

const sshdPath = installed('sshd');
if (!sshdPath) console.warn('skipped: OpenSSH is not installed');
(sshdPath ? describe : describe.skip)('OpenSSH', () => {
  const sorts = [
    ['ed25519', ''],
    ['rsa', '2048'],
    ['ecdsa', '256'],
    ['ecdsa', '384'],
    ['ecdsa', '521'],
  ] as const;
  let keys: Key[];
  beforeAll(() => {
    keys = sorts.map(([type, bits]) => {
      const file = path(`host-${type}${bits}`);
      execFileSync('ssh-keygen', ['-q', '-t', type, ...(bits ? ['-b', bits] : []), '-N', '', '-f', file]);
      return { file, fingerprint: printed(`${file}.pub`) };
    });
    // Where sshd runs as root it wants this folder, as its init script makes it.
    if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  });

  async function sshd(held: readonly Key[], ...settings: readonly string[]): Promise<Daemon> {
    const [port = 0] = await freePorts(1);
    const config = [
      ...['ListenAddress 127.0.0.1', `Port ${port}`, 'PidFile none', 'UsePAM no', 'StrictModes no'],
      ...held.map(({ file }) => `HostKey ${file}`),
      ...settings,
    ];
    writeFileSync(path(`sshd-${port}`), `${config.join('\n')}\n`);
    return kept(port, [sshdPath!, '-D', '-e', '-f', path(`sshd-${port}`)]);
  }
  const supported = (what: string) => execFileSync('ssh', ['-Q', what], { encoding: 'utf8' }).trim().split('\n');

  test('every host key as ssh-keygen prints it; one connection a key, and one for the group', async () => {
    const { facts, connections } = await gather(await sshd(keys));
    expect(fingerprints(facts)).toEqual(keys.map(({ fingerprint }) => fingerprint).sort());
    expect(facts['ssh.unproven-host-keys']).toEqual({ ok: true, value: [] });
    expect(facts['ssh.group-exchange']).toMatchObject({ ok: true, value: { bits: expect.any(Number) } });
    expect(connections).toBe(keys.length + 1);
  });

  test.each([
    [
      ['PasswordAuthentication yes', 'KbdInteractiveAuthentication no'],
      ['publickey', 'password'],
    ],
    [['PasswordAuthentication no', 'KbdInteractiveAuthentication no'], ['publickey']],
    [
      ['PasswordAuthentication no', 'KbdInteractiveAuthentication yes'],
      ['publickey', 'keyboard-interactive'],
    ],
    [['AuthenticationMethods publickey,password'], ['publickey']],
  ])('%j lists %j', async (settings, methods) => {
    const { facts } = await gather(await sshd(keys.slice(0, 1), ...settings));
    expect(facts['ssh.auth-methods']).toEqual({ ok: true, value: { methods, noneAccepted: false } });
  });

  test('the text before the login', async () => {
    writeFileSync(path('issue'), 'Members only\n');
    const { facts } = await gather(await sshd(keys.slice(0, 1), `Banner ${path('issue')}`));
    expect(facts['ssh.login-banner']).toMatchObject({ ok: true, value: { text: expect.stringContaining('Members only') } });
  });

  test('the key inside a certificate that hides the plain key', async () => {
    execFileSync('ssh-keygen', ['-q', '-s', keys[0]!.file, '-I', 'box', '-h', '-n', 'box.lan', `${keys[1]!.file}.pub`]);
    const certificate = `HostCertificate ${keys[1]!.file}-cert.pub`;
    const { facts } = await gather(await sshd([keys[1]!], certificate, 'HostKeyAlgorithms rsa-sha2-512-cert-v01@openssh.com'));
    expect(fingerprints(facts)).toEqual([keys[1]!.fingerprint]);
  });

  // One server for each: whatever this OpenSSH can, from group1 to post-quantum, must be spoken or be an honest failure.
  test('every key exchange method', async () => {
    for (const method of supported('kex')) {
      const { facts } = await gather(await sshd(keys.slice(0, 1), `KexAlgorithms ${method}`));
      expect([method, fingerprints(facts), facts['ssh.auth-methods'].ok]).toEqual([method, [keys[0]!.fingerprint], true]);
    }
  }, 60_000);

  test('every cipher and MAC', async () => {
    const settings = [
      ...supported('cipher').map((cipher) => [`Ciphers ${cipher}`]),
      ...supported('mac').map((mac) => ['Ciphers aes256-ctr', `MACs ${mac}`]),
    ];
    for (const lines of settings) {
      const { facts } = await gather(await sshd(keys.slice(0, 1), ...lines));
      const login = facts['ssh.auth-methods'];
      const seen = login.ok ? login.value.methods.length > 0 : login.failure.kind;
      expect([lines, fingerprints(facts), seen]).toEqual([
        lines,
        [keys[0]!.fingerprint],
        lines.some((line) => line.includes('umac')) ? 'unsupported' : true,
      ]);
    }
  }, 60_000);

  test('SHA-1 signatures alone', async () => {
    const { facts } = await gather(await sshd([keys[1]!], 'HostKeyAlgorithms ssh-rsa'));
    expect(fingerprints(facts)).toEqual([keys[1]!.fingerprint]);
  });
});

const dropbearPath = installed('dropbear') && installed('dropbearkey') && installed('ssh-keygen') ? installed('dropbear') : undefined;
if (!dropbearPath) console.warn('skipped: Dropbear (dropbear-bin) or ssh-keygen is not installed');
(dropbearPath ? describe : describe.skip)('Dropbear', () => {
  const makeKey = (type: string): Key => {
    const file = path(`dropbear-${type}`);
    const said = execFileSync('dropbearkey', ['-t', type, '-f', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const line = said.split('\n').find((text) => /^(ssh|ecdsa)-/.test(text))!;
    writeFileSync(`${file}.pub`, `${line}\n`);
    return { file, fingerprint: printed(`${file}.pub`) };
  };
  async function dropbear(held: readonly Key[], ...flags: readonly string[]): Promise<Daemon> {
    const [port = 0] = await freePorts(1);
    const args = ['-F', '-E', '-P', path(`${port}.pid`), '-p', `127.0.0.1:${port}`, ...held.flatMap(({ file }) => ['-r', file])];
    return kept(port, [dropbearPath!, ...args, ...flags]);
  }

  test('the one key it holds, and none for the types that it only advertises', async () => {
    const key = makeKey('ed25519');
    const { facts } = await gather(await dropbear([key], '-s'));
    expect(fingerprints(facts)).toEqual([key.fingerprint]);
    expect(facts['ssh.auth-methods']).toEqual({ ok: true, value: { methods: ['publickey'], noneAccepted: false } });
    const unproven = facts['ssh.unproven-host-keys'];
    expect(unproven.ok && unproven.value.every(({ asked }) => asked)).toBe(true);
  });

  test('RSA and ECDSA keys, and passwords', async () => {
    const keys = [makeKey('rsa'), makeKey('ecdsa')];
    const { facts } = await gather(await dropbear(keys));
    expect(fingerprints(facts)).toEqual(keys.map(({ fingerprint }) => fingerprint).sort());
    expect(facts['ssh.auth-methods']).toMatchObject({ ok: true, value: { methods: ['publickey', 'password'] } });
  });
});
