import { beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ALGORITHM_LISTS as LISTS, type AlgorithmList, algorithmNames, judgeAlgorithm } from '../../src/knowledge/ssh-algorithms.js';
import { inCache } from './support/cache.js';
import { makeEnvironment, pip } from './support/python.js';

const VERSION = '3.9.0';

const packages = [`ssh-audit==${VERSION}`];
const cached = await inCache(`ssh-audit-${VERSION}`, packages, async (folder) => {
  await makeEnvironment(folder);
  await pip(folder, ...packages);
});

/*
 * What ssh-audit fails and we do not call broken, each with our reason. Everything else that it fails is broken here, too.
 */
const MILDER: readonly { readonly because: RegExp; readonly only: RegExp; readonly ours: string }[] = [
  {
    because: /backdoored/,
    only: /nist|ecdh/i,
    ours: 'a suspicion about the NIST curves is no attack, and every OpenSSH offers them',
  },
  { because: /unproven|unknown|untrusted|experimental/, only: /./, ours: 'nobody having looked closely is a doubt, not an attack' },
  { because: /Serpent|SEED/, only: /./, ours: 'out of use, but not attacked' },
  { because: /SHA-1/, only: /^hmac-sha1(-etm@openssh\.com)?$/, ours: 'collisions do not help against a MAC (RFC 6194 section 3.3)' },
  { because: /small ECC/, only: /./, ours: '224 and 233 bits give 112 bits of strength (NIST SP 800-57 part 1, table 2)' },
];

(cached ? describe : describe.skip)(`beside ssh-audit ${VERSION}`, () => {
  let theirs: ReadonlyMap<string, readonly string[]>;
  beforeAll(() => {
    theirs = lookUp([...new Set(LISTS.flatMap(algorithmNames))]);
  });

  test.each(LISTS)('%s: what it fails is broken here, but for the reasons above', (list) => {
    const failing = algorithmNames(list).filter((name) => theirs.has(`${SECTION[list]} ${name}`));
    expect(failing.length).toBeGreaterThan(5);
    const milder = failing.filter((name) => judgeAlgorithm(list, name)?.verdict !== 'broken');
    for (const name of milder) {
      const reasons = theirs.get(`${SECTION[list]} ${name}`)!;
      const unexcused = reasons.filter((reason) => !MILDER.some(({ because, only }) => because.test(reason) && only.test(name)));
      expect([name, unexcused]).toEqual([name, []]);
    }
  });
});

const SECTION: Readonly<Record<AlgorithmList, string>> = { kex: 'kex', serverHostKey: 'key', ciphers: 'enc', macs: 'mac' };

/** The reasons of level `fail`, by section and name, as `ssh-audit --lookup` prints them. */
function lookUp(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const { stdout } = spawnSync(join(cached!, 'bin/ssh-audit'), ['--no-colors', '--lookup', names.join(',')], { encoding: 'utf8' });
  const fails = new Map<string, string[]>();
  let current = '';
  for (const line of stdout.split('\n')) {
    const [, section, name] = /^\((\w+)\) (\S+)/.exec(line) ?? [];
    if (section) current = `${section} ${name}`;
    const [, reason] = /\[fail\] (.*?)\s*$/.exec(line) ?? [];
    if (reason) fails.set(current, [...(fails.get(current) ?? []), reason]);
  }
  return fails;
}
