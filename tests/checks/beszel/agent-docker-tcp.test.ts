import { agents, hiddenSetting, url } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/agent-docker-tcp.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'another machine', facts: agents({ dockerHost: url('tcp', '192.168.1.30') }) }],
  pass: [
    { name: 'not set', facts: agents({}) },
    { name: 'set to nothing', facts: agents({ dockerHost: url('', '') }) },
    { name: 'a socket', facts: agents({ dockerHost: url('unix', '') }) },
    { name: 'a proxy beside it', facts: agents({ dockerHost: url('tcp', 'socket-proxy', 'compose') }) },
  ],
  unknown: [{ name: 'hidden', facts: agents({ dockerHost: hiddenSetting }) }],
});
