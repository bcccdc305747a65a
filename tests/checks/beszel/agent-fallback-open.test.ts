import { agents, banner, hiddenSetting, url } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/agent-fallback-open.js';
import { testCheck } from '../../support/test-check.js';

const dials = { hubUrl: url('https', 'mon.example.test'), token: { set: true } };
const seen = banner('SSH-2.0-beszel_0.18.8');

testCheck(check, {
  fail: [
    { name: 'the WebSocket is down', facts: { ...agents(dials), ...seen }, because: 'WebSocket' },
    { name: 'SSH is off in its files', facts: { ...agents({ ...dials, sshDisabled: { value: true } }), ...seen }, because: 'restarted' },
  ],
  pass: [{ name: 'SSH is off', facts: agents({ ...dials, sshDisabled: { value: true } }) }],
  'not-applicable': [
    { name: 'SSH is its only way', facts: { ...agents({}), ...seen } },
    { name: 'no settings', facts: seen },
  ],
  unknown: [
    { name: 'closed now', facts: agents(dials) },
    { name: 'hidden', facts: { ...agents({ ...dials, hubUrl: hiddenSetting }), ...seen } },
  ],
});
