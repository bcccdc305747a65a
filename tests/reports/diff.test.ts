import { describe, expect, test } from '@jest/globals';
import { diffReports } from '../../src/baseline/diff.js';
import type { Report } from '../../src/model.js';
import { type DiffFormat, renderDiff } from '../../src/reports/diff.js';
import { hostileReport, sampleReport, target } from '../support/sample-report.js';

const before: Report = { ...sampleReport(), absent: [] };
const without = (check: string): Report => ({ ...before, findings: before.findings.filter((finding) => finding.check !== check) });
const shown = (from: Report, to: Report, format: DiffFormat = 'text') => [...renderDiff(diffReports(from, to), format)].join('');

describe('diff', () => {
  test('nothing changed', () => {
    expect(shown(before, before)).toBe('From 2026-11-21 08:00 UTC to 2026-11-21 08:00 UTC\n\nNothing changed.\n');
    expect(diffReports(before, before).exitCode).toBe(0);
  });

  test('what is new closes, unless it is waived or only informs', () => {
    const diff = diffReports(without('mqtt/anonymous-access'), before);
    expect(diff.new.map(({ check }) => check)).toEqual(['mqtt/anonymous-access']);
    expect(diff.exitCode).toBe(1);
    expect(diffReports(without('mqtt/plaintext'), before).exitCode).toBe(0);
    expect(diffReports(without('home-assistant/identifiable'), before).exitCode).toBe(0);
  });

  test('what could not be compared is told, and is 3', () => {
    const diff = diffReports(before, without('mqtt/anonymous-access'));
    expect(diff.notCompared).toHaveLength(1);
    expect(diff.exitCode).toBe(3);
  });

  test('text has every section', () => {
    const [, ...others] = before.targets;
    const host = target({ name: 'hassio.lan', address: '192.168.0.215' }, [22, 139, 445, 7777, 8123, 22222], {
      identities: before.targets[0]!.identities,
    });
    const now = { ...without('smb/guest-write'), targets: [host, ...others] };
    const later = { ...now, findings: now.findings.filter(({ port }) => port !== 1883) };
    expect(shown(without('home-assistant/plain-http'), later)).toBe(`From 2026-11-21 08:00 UTC to 2026-11-21 08:00 UTC

New (1)
  low       hassio.lan (192.168.0.215) 8123/tcp  home-assistant/plain-http: it speaks plain HTTP on a private address

Resolved (3)
  high      hassio.lan (192.168.0.215) 1883/tcp  mqtt/anonymous-access: port 1883 is no longer open
  high      hassio.lan (192.168.0.215) 1883/tcp  mqtt/anonymous-subscribe: port 1883 is no longer open
  medium, waived  hassio.lan (192.168.0.215) 1883/tcp  mqtt/plaintext: port 1883 is no longer open

Could not be compared (1)
  critical  hassio.lan (192.168.0.215) 445/tcp  smb/guest-write: the check did not run on it this time

Hosts (1)
  hassio.lan (192.168.0.215): it was partial and is examined; open now: 7777; open no longer: 1883
`);
  });

  test('JSON and Markdown carry the same', () => {
    const from = without('smb/guest-write');
    expect(JSON.parse(shown(from, before, 'json'))).toMatchObject({ kind: 'diff', new: [{ check: 'smb/guest-write' }], exitCode: 1 });
    expect(shown(from, before, 'markdown')).toContain('| critical | `hassio.lan (192.168.0.215) 445/tcp` |');
  });

  test.each<DiffFormat>(['text', 'json', 'markdown'])('hostile words stay harmless in %s', (format) => {
    const evil = hostileReport();
    const text = shown({ ...evil, findings: [] }, evil, format);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202e]/);
    if (format === 'markdown') expect(text).not.toMatch(/(?<!`[^`]*)<script/);
  });
});
