import { describe, expect, test } from '@jest/globals';
import type { Survey } from '../../src/model.js';
import { parseReport, parseSurvey } from '../../src/schema.js';
import { emptyReport, hostileReport, reportOf, sampleReport } from '../support/sample-report.js';

const { targets, services, tool, run } = sampleReport();
const survey: Survey = {
  schemaVersion: 1,
  kind: 'survey',
  tool,
  run,
  targets: targets.map(({ systems: _systems, identities: _identities, ...target }) => target),
  services: services.map(({ role: _r, product: _p, version: _v, confidence: _c, ...service }) => service),
  notes: [],
};
const text = JSON.stringify(survey);
const changed = (change: (copy: ReturnType<typeof JSON.parse>) => void) => {
  const copy = JSON.parse(text);
  change(copy);
  return JSON.stringify(copy);
};

describe('a stored file comes back as it was', () => {
  test('survey', () => expect(parseSurvey(text, 's.json')).toEqual(survey));
  test.each([
    ['empty', emptyReport()],
    ['the host of the post', sampleReport()],
    ['hostile words', hostileReport()],
  ])('report: %s', (_, report) => expect(parseReport(JSON.stringify(report), 'r.json')).toEqual(JSON.parse(JSON.stringify(report))));
  test('with a byte order mark, too', () => expect(parseSurvey(`\uFEFF${text}`, 's.json')).toEqual(survey));
});

describe('unknown keys of a newer minor version do no harm', () => {
  test('they are left out', () => {
    const newer = changed((copy) => Object.assign(copy, { extra: 1, run: Object.assign(copy.run, { extra: 1 }) }));
    expect(parseSurvey(newer, 's.json')).toEqual(survey);
  });
  test('a fact that nobody knows yet, too', () => {
    const newer = changed((copy) => Object.assign(copy.services[0].facts, { 'mqtt.colour': { ok: true, value: 'blue' } }));
    expect(parseSurvey(newer, 's.json')).toEqual(survey);
  });
});

describe('one line says which file and what is wrong', () => {
  test.each<[string, string, string]>([
    ['empty', '', 's.json: is empty'],
    ['cut off', text.slice(0, -100), 's.json: ends in the middle: it was cut off'],
    ['cut off inside a word', text.slice(0, text.indexOf('examined') + 3), 's.json: ends in the middle: it was cut off'],
    ['not JSON', 'target,port\n', 's.json: is not JSON'],
    ['another JSON', '{"a":1}', 's.json: is not a porosity survey'],
    ['a list', '[]', 's.json: is not a porosity survey'],
    ['null', 'null', 's.json: is not a porosity survey'],
    ['a report', JSON.stringify(reportOf({})), 's.json: is a report, not a porosity survey'],
    [
      'of the future',
      changed((copy) => Object.assign(copy, { schemaVersion: 2, targets: 'elsewhere' })),
      's.json: written by a newer porosity (schemaVersion 2, this one reads 1); update porosity to read it',
    ],
    ['without targets', changed((copy) => delete copy.targets), 's.json: is not a valid survey: targets is missing'],
    [
      'with a port that is none',
      changed((copy) => Object.assign(copy.services[0], { port: 70_000 })),
      's.json: is not a valid survey: services[0].port ',
    ],
    [
      'with an address that is none',
      changed((copy) => Object.assign(copy.targets[0], { address: '../../etc' })),
      's.json: is not a valid survey: targets[0].address is no address',
    ],
    [
      'with a fact of another shape',
      changed((copy) => Object.assign(copy.services[3].facts, { 'mqtt.anonymous-connect': { ok: true, value: { returnCode: '0' } } })),
      's.json: is not a valid survey: services[3].facts.mqtt.anonymous-connect.value',
    ],
    [
      'with a fact that is neither seen nor failed',
      changed((copy) => Object.assign(copy.services[3].facts, { 'mqtt.anonymous-connect': { value: 1 } })),
      's.json: is not a valid survey: services[3].facts.mqtt.anonymous-connect',
    ],
    [
      'with a date that is none',
      changed((copy) => Object.assign(copy.run, { startedAt: 'yesterday' })),
      's.json: is not a valid survey: run.startedAt ',
    ],
  ])('%s', (_, content, message) => {
    expect(() => parseSurvey(content, 's.json')).toThrow(message);
    expect(() => parseSurvey(content, 's.json')).toThrow(/^[^\n]{1,300}$/);
  });
});

describe('hostile files', () => {
  test('every prefix is refused', () => {
    const whole = JSON.stringify(reportOf({}));
    for (let length = 0; length < whole.length; length++)
      expect(() => parseReport(whole.slice(0, length), 'r.json')).toThrow(/^r\.json: (is empty|ends in the middle: it was cut off)$/);
  });

  test('no prototype is touched', () => {
    const headers = '"headers":{"__proto__":{"polluted":"yes"},"constructor":"x"}';
    const http = `{"ok":true,"value":{"status":200,"server":"","title":"","location":"","bodyExcerpt":"",${headers}}}`;
    const evil = text
      .replace('"facts":{}', `"facts":{"__proto__":{"polluted":true},"http.root":${http}}`)
      .replace('"schemaVersion"', '"__proto__":{"polluted":true},"schemaVersion"');
    const parsed = parseSurvey(evil, 's.json');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((parsed as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(parsed.services[0]!.facts['http.root']).toMatchObject({ ok: true });
  });

  test('nesting is not followed', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(() => parseSurvey(text.replace('"notes":[]', `"notes":${deep}`), 's.json')).toThrow('notes[0] must be');
    expect(parseSurvey(text.replace('"notes":[]', `"notes":[],"other":${deep}`), 's.json')).toEqual(survey);
  });
});
