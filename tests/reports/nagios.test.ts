import { expect, test } from '@jest/globals';
import { nagios } from '../../src/reports/nagios.js';
import { emptyReport, finding, hostileReport, reportOf, sampleReport } from '../support/sample-report.js';

test('a closed gate is critical', () => {
  expect(nagios(sampleReport())).toEqual({
    exitCode: 2,
    line: 'POROSITY CRITICAL - gate closed; 1 critical, 2 high, 2 medium, 1 low, 1 info; 3 checks not judged; worst: smb/guest-write on hassio.lan 445/tcp | critical=1 high=2 medium=2 low=1 info=1 unknown=3 waived=1',
  });
});

test('an undecided gate is unknown, on one line with one bar', () => {
  const { line, exitCode } = nagios(hostileReport());
  expect(exitCode).toBe(3);
  expect(line).toMatch(/^POROSITY UNKNOWN - [^|\n]+ \| [a-z0-9= ]+$/);
});

test('an open gate with a medium finding is a warning', () => {
  const medium = finding({ name: 'a', address: 'a' }, 22, {
    check: 'ssh/terrapin',
    title: 'T',
    severity: 'medium',
    outcome: 'fail',
    because: 'b',
  });
  const report = {
    ...emptyReport(),
    findings: [medium],
    summary: { ...emptyReport().summary, fail: { ...emptyReport().summary.fail, medium: 1 } },
  };
  expect(nagios(reportOf(report)).exitCode).toBe(1);
});

test('nothing found is fine', () => {
  expect(nagios(emptyReport())).toMatchObject({
    exitCode: 0,
    line: expect.stringMatching(/^POROSITY OK - gate open; no findings; 0 checks not judged \|/),
  });
});
