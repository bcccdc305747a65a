import { hiddenSetting, hubs, url } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-heartbeat-clear.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'http', facts: hubs({ heartbeat: url('http', 'status.example.test') }) }],
  pass: [
    { name: 'none', facts: hubs({}) },
    { name: 'https', facts: hubs({ heartbeat: url('https', 'status.example.test') }) },
    { name: 'on this host', facts: hubs({ heartbeat: url('http', 'localhost', 'loopback') }) },
  ],
  unknown: [{ name: 'hidden', facts: hubs({ heartbeat: hiddenSetting }) }],
});
