import { agents, hiddenSetting, url } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/agent-hub-url-clear.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'http', facts: agents({ hubUrl: url('http', '192.168.1.20') }) }],
  pass: [
    { name: 'https', facts: agents({ hubUrl: url('https', 'mon.example.test') }) },
    { name: 'on this host', facts: agents({ hubUrl: url('http', 'localhost', 'loopback') }) },
  ],
  'not-applicable': [{ name: 'no hub', facts: agents({}) }],
  unknown: [{ name: 'hidden', facts: agents({ hubUrl: hiddenSetting }) }],
});
