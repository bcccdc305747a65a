import { describe, expect, test } from '@jest/globals';
import { concerns, defineCheck, fail, notApplicable, pass, runCheck, saw, unknown } from '../../src/checks/check.js';
import { reconcile } from '../../src/checks/reconcile.js';
import type { Evidence, Subject, Verdict } from '../../src/model.js';

describe('one verdict from two sources', () => {
  const wire = saw('mqtt.anonymous-connect', 'CONNACK 0');
  const file = saw('mqtt.anonymous-connect', 'allow_anonymous false', { file: 'mosquitto.conf', line: 3 });

  test('the files answer what the wire could not', () => {
    expect(reconcile(unknown('no answer'), fail('it is set so', file))).toEqual({
      outcome: 'fail',
      because: 'it is set so (from its files; on the wire: no answer)',
      exhibits: [file],
    });
  });

  test('the wire answers what the files could not', () => {
    expect(reconcile(pass('refused', wire), unknown('half-written'))).toEqual(pass('refused', wire));
  });

  test('both agree: one verdict with both exhibits', () => {
    expect(reconcile(fail('accepted', wire), fail('it is set so', file))).toEqual(fail('accepted', wire, file));
  });

  test('what runs has the last word, and the contradiction is told', () => {
    expect(reconcile(fail('accepted', wire), pass('it asks for logins', file))).toEqual(
      fail('accepted; its files say otherwise: it asks for logins', wire, file),
    );
  });

  test('where the question does not arise on the wire, files may still raise it', () => {
    expect(reconcile(notApplicable('loopback'), fail('plain', file))).toMatchObject({
      outcome: 'fail',
      because: 'plain (from its files; on the wire: loopback)',
    });
    expect(reconcile(notApplicable('loopback'), notApplicable('not set'))).toEqual(notApplicable('loopback'));
  });

  test('neither knows', () => {
    expect(reconcile(unknown('no answer'), unknown('unreadable'))).toEqual(unknown('no answer'));
  });
});

describe('a check that both can answer', () => {
  const check = defineCheck({
    id: 'home-assistant/x',
    title: 'x',
    severity: 'low',
    subject: 'home-assistant',
    requires: ['http.root'],
    files: {
      requires: ['home-assistant.config-refused'],
      evaluate: ({ 'home-assistant.config-refused': { refusals } }) => (refusals.length ? fail('files') : pass('files')),
    },
    rationale: '',
    remediation: '',
    references: [],
    mapping: {},
    evaluate: ({ 'http.root': { status } }): Verdict => (status === 200 ? pass('wire') : fail('wire')),
  });
  const aboutFiles = defineCheck({
    ...check,
    requires: ['home-assistant.config-refused'],
    files: undefined,
    evaluate: () => pass('files'),
  });
  const subject = (evidence: Evidence, more: Partial<Subject> = {}): Subject => ({
    kind: 'home-assistant',
    target: { name: 'ha', address: '' },
    evidence,
    ...more,
  });
  const root: Evidence = { 'http.root': { ok: false, failure: { kind: 'timeout', detail: 'silent' } } };
  const files: Evidence = { 'home-assistant.config-refused': { ok: true, value: { refusals: [] } } };
  const run = (evidence: Evidence) => runCheck(check, { subject: subject(evidence) } as never);

  test('files alone', () => expect(run(files)).toEqual(pass('files')));
  test('the wire alone', () => expect(run(root).outcome).toBe('unknown'));
  test('both', () =>
    expect(run({ ...root, ...files })).toMatchObject({ outcome: 'pass', because: expect.stringContaining('from its files') }));
  test('files that could not be read never pass', () => {
    const broken: Evidence = { 'home-assistant.config-refused': { ok: false, failure: { kind: 'protocol', detail: 'cut' } } };
    expect(run(broken)).toMatchObject({ outcome: 'unknown', because: expect.stringContaining('cut') });
  });

  test('what files alone can answer is asked once, of the files', () => {
    expect(concerns(aboutFiles, subject(files, { port: 8123 }))).toBe(false);
    expect(concerns(aboutFiles, subject(files, { alsoOnWire: true }))).toBe(true);
    expect(concerns(check, subject(files, { alsoOnWire: true }))).toBe(false);
    expect(concerns(check, subject({ ...files, ...root }, { port: 8123 }))).toBe(true);
    expect(concerns(check, subject(files))).toBe(true);
  });
});
