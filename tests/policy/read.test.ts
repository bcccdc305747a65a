import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readPolicy } from '../../src/policy.js';
import { parsePolicy } from '../../src/policy/read.js';

const CHECKS = [{ id: 'mqtt/anonymous-access' }, { id: 'mqtt/plaintext', aliases: ['mqtt/clear-text'] }, { id: 'smb/smb1' }];
const parse = (text: string) => parsePolicy(text, 'porosity.yaml', CHECKS);
const WAIVER = 'waivers:\n  - check: mqtt/plaintext\n    reason: no TLS in the sensors\n    expires: 2027-03-01\n';

describe('a policy', () => {
  test('says everything that the contract shows', () => {
    const text = `failOn: medium
unknown: ignore
severities: { smb/smb1: critical }
expect:
  - target: hassio.lan
    ports: [22, 8123, 9000-9002]
waivers:
  - check: mqtt/plaintext
    target: 192.168.0.0/24
    port: 1883
    reason: the sensors cannot do TLS
    expires: 2027-03-01
`;
    expect(parse(text)).toEqual({
      file: 'porosity.yaml',
      flags: { failOn: 'medium' },
      unknown: 'ignore',
      severities: { 'smb/smb1': 'critical' },
      expect: [{ target: 'hassio.lan', ports: [22, 8123, 9000, 9001, 9002] }],
      waivers: [
        {
          check: 'mqtt/plaintext',
          target: '192.168.0.0/24',
          port: 1883,
          reason: 'the sensors cannot do TLS',
          expires: '2027-03-01',
        },
      ],
    });
  });

  test('may be empty, or JSON', () => {
    expect(parse('').waivers).toEqual([]);
    expect(parse('# nothing yet\n').flags).toEqual({});
    expect(parse('{"failOn": "low"}').flags).toEqual({ failOn: 'low' });
  });

  test('takes flags as people write them', () => {
    expect(parse('ports: 22\nkeep: 30\noutput: r.json\nonly: mqtt/\nrate: max\nnoColor: true\n').flags).toEqual({
      ports: '22',
      keep: '30',
      output: ['r.json'],
      only: ['mqtt/'],
      rate: 'max',
      noColor: true,
    });
    expect(parse('ports: [22, 8000-8100]\n').flags).toEqual({ ports: '22,8000-8100' });
  });

  test('knows checks by their earlier ids', () => {
    const text = WAIVER.replace('mqtt/plaintext', 'mqtt/clear-text');
    expect(parse(`severities: { mqtt/clear-text: low }\n${text}`)).toMatchObject({
      severities: { 'mqtt/plaintext': 'low' },
      waivers: [{ check: 'mqtt/plaintext' }],
    });
  });
});

describe('an error names the place and what would be right', () => {
  const cases: readonly (readonly [text: string, message: string])[] = [
    ['failon: high', '1:1: unknown key "failon" (did you mean "failOn"?)'],
    ['\nfailOn: hgih', '2:9: failOn is "hgih": must be one of critical, high, medium, low, info, new, none (did you mean "high"?)'],
    ['failOn: [high', '1:14: '],
    ['failOn: high\nfailOn: low', '2:1: "failOn" stands here twice'],
    [WAIVER.replace('mqtt/plaintext', 'mqtt/plantext'), '2:12: unknown check "mqtt/plantext" (did you mean "mqtt/plaintext"?)'],
    [WAIVER.replace('mqtt/plaintext', 'mqtt'), '2:12: unknown check "mqtt" (did you mean "mqtt/"?)'],
    [WAIVER.replace(/ {4}reason.*\n/, ''), '2:5: waivers[0].reason is missing'],
    [WAIVER.replace(/ {4}expires.*\n/, ''), '2:5: waivers[0].expires is missing'],
    [WAIVER.replace(/reason:.*/, 'reason:'), '3:12: waivers[0].reason must be text, not empty'],
    [WAIVER.replace(/reason:.*/, 'reason: ""'), '3:13: waivers[0].reason must not be empty'],
    [WAIVER.replace(/reason:.*/, 'reason: "TODO: say why"'), '3:13: waivers[0].reason is still a placeholder: say why this is acceptable'],
    [WAIVER.replace('2027-03-01', '2027-02-30'), '4:14: waivers[0].expires must be a date such as 2027-03-01'],
    [WAIVER.replace('2027-03-01', 'never'), '4:14: waivers[0].expires must be a date such as 2027-03-01'],
    [`${WAIVER}    until: never\n`, '5:5: unknown key "until"'],
    [`${WAIVER}    prot: 1883\n`, '5:5: unknown key "prot" (did you mean "port"?)'],
    [`${WAIVER}    port: 70000\n`, '5:11: waivers[0].port must be a port from 1 to 65535'],
    [`${WAIVER}    target: 300.1.1.1\n`, '5:13: waivers[0].target is wrong: target "300.1.1.1": not an IPv4 address'],
    [`${WAIVER}    target: box.lan:22\n`, '5:13: waivers[0].target is wrong: target "box.lan:22": write the port under a key of its own'],
    ['severities: { smb/smb: high }', '1:15: unknown check "smb/smb" (did you mean "smb/smb1"?)'],
    ['severities: { smb/smb1: hihg }', '1:25: severities.smb/smb1 is "hihg": must be one of'],
    ['expect:\n  - target: 10.0.0.0/33\n    ports: [1]', '2:13: expect[0].target is wrong'],
    ['expect:\n  - target: box.lan\n    ports: [x]', '3:13: expect[0].ports[0] must be a port, or a range such as 8000-8100'],
    ['only: [mqtt/, smb/smb2]', '1:15: unknown check "smb/smb2" (did you mean "smb/smb1"?)'],
    ['keep: 0', '1:7: keep must be a number of reports (30) or of days (90d)'],
    ['- failOn: high', '1:1: the file must be a map of keys and values, not a list'],
    ['high', '1:1: the file must be a map of keys and values, not "high"'],
  ];
  test.each(cases)('%j', (text, message) => {
    expect(() => parse(text)).toThrow(`porosity.yaml:${message}`);
  });
});

describe('a file is data', () => {
  test.each([
    ['an alias', 'failOn: &a high\nminSeverity: *a', /1:\d+: anchors are not allowed/],
    ['a tag', 'failOn: !!js/function "x"', /1:9: /],
    ['a local tag', 'failOn: !secret x', /1:9: /],
    ['two documents', 'failOn: high\n---\nfailOn: low', /2:1: .*multiple documents$/],
    ['a prototype', '__proto__: { failOn: none }', /1:1: unknown key "__proto__"/],
    ['a map as a key', '{ [a]: b }', /a key must be a plain word/],
  ])('%s is refused', (_, text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  test.each([
    ['brackets', '['.repeat(500_000)],
    ['maps', '{a: '.repeat(200_000)],
    ['dashes', '- '.repeat(400_000)],
    ['question marks', '? '.repeat(400_000)],
    ['indentation', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('endless nesting of %s is refused, not followed', (_, text) => {
    expect(() => parse(text)).toThrow(/porosity\.yaml:\d+: nested too deeply/);
  });

  test('a hundred thousand keys are no quadratic affair', () => {
    const text = Array.from({ length: 80_000 }, (_, index) => `k${index}: 1`).join('\n');
    expect(() => parse(text)).toThrow('porosity.yaml:1:1: unknown key "k0"');
  });
});

describe('what is no policy file is one line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'porosity-policy-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const at = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  mkdirSync(join(folder, 'a-folder'));

  test.each([
    ['missing', () => join(folder, 'nowhere.yaml'), 'no such file or folder'],
    ['a folder', () => join(folder, 'a-folder'), 'is a folder'],
    ['10 MB', () => at('big.yaml', '# '.repeat(5_000_000)), 'longer than 1 MiB'],
    ['endless', () => '/dev/zero', 'longer than 1 MiB'],
    ['binary', () => at('binary.yaml', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0])), 'is not text'],
    ['Latin-1', () => at('latin.yaml', Buffer.from('reason: f\xfcr', 'latin1')), 'is not UTF-8 text'],
  ])('%s', async (_, path, why) => {
    await expect(readPolicy(path(), CHECKS)).rejects.toThrow(new RegExp(`^policy "[^\n]+": ${why}$`));
  });

  test('a byte order mark and CR LF do no harm', async () => {
    await expect(readPolicy(at('windows.yaml', '\uFEFFfailOn: low\r\nports: 22\r\n'), CHECKS)).resolves.toMatchObject({
      flags: { failOn: 'low', ports: '22' },
    });
  });
});
