import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../src/errors.js';
import { expandLists, type PlannedTarget, planTargets } from '../src/targets.js';

const names: Record<string, readonly string[]> = {
  'hassio.lan': ['192.168.0.215', 'fd00::215'],
  'twin.lan': ['192.168.0.215'],
  'public.example': ['192.168.0.1', '203.0.113.9'],
};
const resolve = async (name: string) => {
  const addresses = names[name];
  if (!addresses) throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
  return addresses;
};
const plan = (words: readonly string[], more: { exclude?: readonly string[]; allowPublic?: boolean } = {}) =>
  planTargets(words, { exclude: [], allowPublic: false, resolve, ...more });
const addressesOf = (targets: readonly PlannedTarget[]) => targets.map(({ address }) => address);

describe('what may be named', () => {
  test.each([
    ['10.0.0.1', ['10.0.0.1']],
    ['::1', ['::1']],
    ['[::1]:22', ['::1']],
    ['fe80::1%eth0', ['fe80::1%eth0']],
    ['::ffff:10.0.0.1', ['10.0.0.1']],
    ['10.0.0.1/30', ['10.0.0.0', '10.0.0.1', '10.0.0.2', '10.0.0.3']],
    ['fd00::/127', ['fd00::', 'fd00::1']],
    ['10.0.0.254-10.0.1.1', ['10.0.0.254', '10.0.0.255', '10.0.1.0', '10.0.1.1']],
    ['10.0.0.1-3', ['10.0.0.1', '10.0.0.2', '10.0.0.3']],
    ['hassio.lan', ['192.168.0.215', 'fd00::215']],
  ])('%s', async (word, expected) => {
    expect(addressesOf((await plan([word])).targets)).toEqual(expected);
  });

  test('host:port and URL ask that port alone', async () => {
    const { targets } = await plan(['10.0.0.1:8123', 'https://10.0.0.2/lovelace', 'mqtt://10.0.0.3']);
    expect(targets.map(({ ports }) => ports)).toEqual([[8123], [443], [1883]]);
  });

  test('the same address is audited once, under the name that says most', async () => {
    const { targets } = await plan(['192.168.0.215', 'twin.lan', '192.168.0.215:22']);
    expect(targets).toEqual([{ name: 'twin.lan', address: '192.168.0.215', fromBlock: false, ports: undefined }]);
  });

  test('a name without address is unresolved, not forgotten', async () => {
    const { targets, unresolved } = await plan(['nowhere.lan', '10.0.0.1']);
    expect(addressesOf(targets)).toEqual(['10.0.0.1']);
    expect(unresolved).toEqual([{ name: 'nowhere.lan', because: 'the name did not resolve (ENOTFOUND)' }]);
  });
});

describe('what is an error, and names the word', () => {
  test.each([
    '127.1',
    '0x7f.1',
    '2130706433',
    '010.0.0.1',
    '300.1.1.1',
    '1.2.3.4.5',
    '10.0.0.0/33',
    '10.0.0.9-1',
    'fe80:::1',
    '10.0.0.1:0',
    '10.0.0.1:70000',
    'a b',
    'http://',
    'ftp://10.0.0.1',
    '-x.lan',
    '10.0.0.0/8',
  ])('%s', async (word) => {
    await expect(plan([word])).rejects.toThrow(UsageError);
    await expect(plan([word])).rejects.toThrow(word);
  });

  test('a password in a URL is not repeated', async () => {
    await expect(plan(['mqtt://me:s3cret@10.0.0.1'])).rejects.not.toThrow('s3cret');
  });
});

describe('the scope', () => {
  test.each(['192.0.2.1', '8.8.8.8', '100.64.0.1', '2001:db8::1', '::ffff:8.8.8.8', 'public.example'])(
    '%s needs --public',
    async (word) => {
      await expect(plan([word])).rejects.toThrow('--public');
      await expect(plan([word], { allowPublic: true })).resolves.toBeDefined();
    },
  );

  test.each(['0.0.0.0', '224.0.0.1', '255.255.255.255', '::', 'ff02::1'])('%s is no host, whatever is allowed', async (word) => {
    await expect(plan([word], { allowPublic: true })).rejects.toThrow('not the address of a host');
  });
});

describe('exclusions win', () => {
  test.each([
    [['10.0.0.0/30'], ['10.0.0.1-2'], ['10.0.0.0', '10.0.0.3']],
    [['192.168.0.215', '10.0.0.1'], ['hassio.lan'], ['10.0.0.1']],
    [['hassio.lan'], ['192.168.0.0/16'], ['fd00::215']],
    [['nowhere.lan', '10.0.0.1'], ['nowhere.lan'], ['10.0.0.1']],
  ])('%p without %p', async (words, exclude, expected) => {
    const { targets, unresolved } = await plan(words, { exclude });
    expect(addressesOf(targets)).toEqual(expected);
    expect(unresolved).toEqual([]);
  });
});

test('lists: one target a line, comments and blank lines left out', async () => {
  const input = async () => '10.0.0.1\n# comment\n\n hassio.lan # the green box\r\n';
  expect(await expandLists(['-', '10.0.0.9'], input)).toEqual(['10.0.0.1', 'hassio.lan', '10.0.0.9']);
  await expect(expandLists(['@nowhere.txt'], input)).rejects.toThrow('nowhere.txt');
});
