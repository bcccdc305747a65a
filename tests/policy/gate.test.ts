import { describe, expect, test } from '@jest/globals';
import type { Finding, Policy, ReportedTarget, Severity } from '../../src/model.js';
import { gateOf, type GateOptions } from '../../src/policy.js';
import { finding, reportOf, target } from '../support/sample-report.js';

const HOST = { name: 'box.lan', address: '10.0.0.1' };
const ends = (outcome: Finding['outcome'], severity: Severity, more: Partial<Finding> = {}) =>
  finding(HOST, 1883, { check: 'mqtt/plaintext', title: 't', severity, outcome, because: 'b', ...more });
const WAIVED = { waiver: { reason: 'r', expires: '2099-01-01' } };
const { run } = reportOf({});
const examined = target(HOST, [1883]);
const fromBlock = (address: string, state: ReportedTarget['state']) => target({ name: address, address }, [], { state, fromBlock: true });
const gate = (
  findings: readonly Finding[],
  options: GateOptions = {},
  targets: readonly ReportedTarget[] = [examined],
  incomplete = false,
) => gateOf({ findings, targets, run: { ...run, incomplete } }, options);

describe('exit 1: findings that count', () => {
  test.each<[string, Finding, GateOptions, number]>([
    ['high closes by default', ends('fail', 'high'), {}, 1],
    ['medium does not', ends('fail', 'medium'), {}, 0],
    ['medium closes where it is asked for', ends('fail', 'medium'), { failOn: 'medium' }, 1],
    ['critical is above high', ends('fail', 'critical'), {}, 1],
    ['info never closes', ends('fail', 'info'), { failOn: 'info' }, 0],
    ['low closes at info', ends('fail', 'low'), { failOn: 'info' }, 1],
    ['none lets everything through', ends('fail', 'critical'), { failOn: 'none' }, 0],
    ['a waived one does not count', ends('fail', 'critical', WAIVED), {}, 0],
    ['new closes for what is new', ends('fail', 'low', { baseline: 'new' }), { failOn: 'new' }, 1],
    ['new closes where nothing is remembered', ends('fail', 'low'), { failOn: 'new' }, 1],
    ['new leaves what was there', ends('fail', 'critical', { baseline: 'unchanged' }), { failOn: 'new' }, 0],
    ['new leaves what changed', ends('fail', 'critical', { baseline: 'changed' }), { failOn: 'new' }, 0],
    ['new leaves what informs', ends('fail', 'info', { baseline: 'new' }), { failOn: 'new' }, 0],
    ['an unknown can be made to close', ends('unknown', 'high'), { unknown: 'fail' }, 1],
  ])('%s', (_, one, options, exitCode) => {
    expect(gate([one], options)).toMatchObject({ exitCode, result: exitCode === 1 ? 'closed' : 'open' });
  });

  test('says which', () => {
    expect(gate([ends('fail', 'high')]).because).toEqual(['mqtt/plaintext fails on box.lan:1883 (high)']);
    expect(gate(Array.from({ length: 50 }, () => ends('fail', 'high'))).because.at(-1)).toBe('and 30 more');
  });
});

describe('exit 3: what could not be looked at', () => {
  test.each<[string, Finding, GateOptions, number]>([
    ['an unknown that counts', ends('unknown', 'high'), {}, 3],
    ['an unknown below the gate', ends('unknown', 'medium'), {}, 0],
    ['an unknown that needs a look nobody asked for', ends('unknown', 'high', { needs: 'active' }), {}, 0],
    ['a waived unknown', ends('unknown', 'high', WAIVED), {}, 0],
    ['an unknown that the policy ignores', ends('unknown', 'high'), { unknown: 'ignore' }, 0],
    ['an unknown where nothing counts', ends('unknown', 'critical'), { failOn: 'none' }, 0],
    ['an unknown that might hide something new', ends('unknown', 'low', { baseline: 'new' }), { failOn: 'new' }, 3],
    ['an unknown that was unknown before', ends('unknown', 'high', { baseline: 'unchanged' }), { failOn: 'new' }, 0],
  ])('%s', (_, one, options, exitCode) => {
    expect(gate([one], options).exitCode).toBe(exitCode);
  });

  test.each(['partial', 'down', 'unresolved'] as const)('a target that is %s, also where nothing closes the gate', (state) => {
    const targets = [target(HOST, [], { state, because: 'why' })];
    expect(gate([], { failOn: 'none' }, targets)).toMatchObject({
      exitCode: 3,
      result: 'undecided',
      because: [`box.lan is ${state}: why`],
    });
  });

  test('silence inside a block is none, unless the whole block is silent', () => {
    expect(gate([], {}, [fromBlock('10.0.0.1', 'examined'), fromBlock('10.0.0.2', 'down')]).exitCode).toBe(0);
    expect(gate([], {}, [fromBlock('10.0.0.1', 'down'), fromBlock('10.0.0.2', 'down')])).toMatchObject({
      exitCode: 3,
      because: ['none of 2 addresses answered'],
    });
    expect(gate([], {}, [fromBlock('10.0.0.1', 'examined'), fromBlock('10.0.0.2', 'partial')]).exitCode).toBe(3);
  });

  test('an interruption', () => {
    expect(gate([], {}, [examined], true).because).toEqual(['the run was interrupted']);
  });

  test('loses to 1, and lets itself be allowed', () => {
    const down = [target(HOST, [], { state: 'down' })];
    expect(gate([ends('fail', 'high')], {}, down).exitCode).toBe(1);
    expect(gate([], { allowIncomplete: true }, down)).toMatchObject({ exitCode: 0, result: 'undecided' });
    expect(gate([ends('fail', 'high')], { allowIncomplete: true }, down).exitCode).toBe(1);
  });
});

test('the policy speaks where the command line does not', () => {
  const policy: Policy = { file: 'p', flags: { failOn: 'medium' }, unknown: 'ignore', severities: {}, expect: [], waivers: [] };
  expect(gate([ends('fail', 'medium')], { policy }).exitCode).toBe(1);
  expect(gate([ends('fail', 'medium')], { policy, failOn: 'high' }).exitCode).toBe(0);
  expect(gate([ends('unknown', 'high')], { policy }).exitCode).toBe(0);
  expect(gate([ends('unknown', 'high')], { policy, unknown: 'undecided' }).exitCode).toBe(3);
});
