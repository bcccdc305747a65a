import { describe, expect, test } from '@jest/globals';
import { fuzz } from '../../bench/fuzz/fuzz.js';
import { loadMaterial, MATERIALS } from '../../bench/fuzz/materials.js';

/*
 * A short run of `npm run fuzz`, which says how to have a long one.
 */

describe.each([...MATERIALS])('mutated answers of %s', (protocol) => {
  const limits = { seed: 2018, answers: 1_500, seconds: 60, scanEvery: 100 };

  test('are read or refused: no crash, no hang', async () => {
    const { crashes, answers, scans } = await fuzz(await loadMaterial(protocol), limits);
    expect(crashes).toEqual([]);
    expect({ answers, scans }).toEqual({ answers: 1_515, scans: 15 });
  }, 60_000);
});

test('a crash is found, told once, and told with the answer that did it', async () => {
  const stumble = (answer: Buffer) => {
    if (answer[0] !== 0x41) throw new TypeError('boom');
  };
  const material = { protocol: 'none', codecs: [{ name: 'stumbling', answers: [Buffer.from('ABC')], read: stumble }], scanners: [] };
  const { crashes } = await fuzz(material, { seed: 1, answers: 200, seconds: 60 });
  expect(crashes).toHaveLength(1);
  expect(Buffer.from(crashes[0]!.answer, 'base64')[0]).not.toBe(0x41);
  expect(crashes[0]).toMatchObject({ sort: 'stumbling', error: expect.stringContaining('TypeError: boom') });
});

test('the same seed feeds the same answers', async () => {
  const fed = async () => {
    const answers: string[] = [];
    await fuzz(await loadMaterial('mqtt'), { seed: 7, answers: 200, seconds: 60 }, (answer) => answers.push(answer.toString('hex')));
    return answers;
  };
  expect(await fed()).toEqual(await fed());
});
