import { expect, test } from '@jest/globals';
import { annotations } from '../../src/reports/github.js';
import { emptyReport, hostileReport, manyHosts, sampleReport } from '../support/sample-report.js';

test('the verdict comes first, then the failures, worst first; waived ones stay out', () => {
  const lines = annotations(sampleReport());
  expect(lines.map((line) => /^::(\w+) title=([^,:]*)/.exec(line)!.slice(1))).toEqual([
    ['error', 'porosity'],
    ['error', 'critical%3A smb/guest-write on hassio.lan 445/tcp'],
    ['error', 'high%3A mqtt/anonymous-access on hassio.lan 1883/tcp'],
    ['error', 'high%3A mqtt/anonymous-subscribe on hassio.lan 1883/tcp'],
    ['warning', 'medium%3A ssh/debug-port-exposed on hassio.lan 22222/tcp'],
    ['warning', 'medium%3A home-assistant/trusted-networks on hassio.lan the host'],
    ['notice', 'low%3A home-assistant/plain-http on hassio.lan 8123/tcp'],
    ['notice', 'info%3A home-assistant/identifiable on hassio.lan 8123/tcp'],
  ]);
});

test('a finding from a file stands at its line', () => {
  expect(annotations(sampleReport()).find((line) => line.includes('trusted-networks'))).toContain(
    ',file=config/configuration.yaml,line=14::',
  );
});

test('one line a command, whatever the host says', () => {
  for (const line of annotations(hostileReport())) {
    expect(line).toMatch(/^::(error|warning|notice) /);
    expect(line).not.toMatch(/[\r\n\u001b\u202e]/);
  }
});

test('no more than GitHub shows, and the rest is counted', () => {
  const lines = annotations(manyHosts(50));
  for (const level of ['error', 'warning', 'notice'])
    expect(lines.filter((line) => line.startsWith(`::${level} `)).length).toBeLessThanOrEqual(10);
  expect(lines.at(-1)).toMatch(/::323 findings more in the job summary$/);
});

test('nothing to say, no line', () => {
  expect(annotations(emptyReport())).toEqual([]);
});
