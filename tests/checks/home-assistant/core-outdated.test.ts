import check from '../../../src/checks/home-assistant/core-outdated.js';
import { hello } from '../../support/home-assistant-facts.js';
import { testCheck, testFiles } from '../../support/test-check.js';

const now = new Date('2026-11-21T08:00:00Z');

testCheck(check, {
  fail: [
    { name: 'four months old', facts: hello('2026.7.4'), context: { now }, because: '4 months' },
    { name: 'years old', facts: hello('2024.3.3'), context: { now }, because: '32 months' },
    { name: 'before calendar versions', facts: hello('0.70.0'), context: { now } },
  ],
  pass: [
    { name: 'three months old', facts: hello('2026.8.0'), context: { now } },
    { name: 'a beta of next month', facts: hello('2026.12.0b1'), context: { now } },
  ],
  unknown: [{ name: 'a version that is none', facts: hello('') }],
});

const version = (text: string) => ({ 'home-assistant.config-version': { version: text, place: { file: '.HA_VERSION' } } });

testFiles(check, {
  fail: [{ name: 'two years old', facts: version('2024.11.0') }],
  pass: [{ name: 'this month', facts: version('2026.11.1') }],
  unknown: [{ name: 'not a version', facts: version('0000.0.0') }],
});
