import { hiddenSetting, hubs, page } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-internal-url-disclosed.js';
import { testCheck, testFiles } from '../../support/test-check.js';

const url = (hubUrl: string) => ({ name: hubUrl, facts: page('0.18.8', hubUrl) });

testCheck(check, {
  fail: [
    'http://192.168.1.20:8090/beszel',
    'http://mon.example.net',
    'https://10.0.0.5',
    'https://nas.lan',
    'https://hub',
    'https://[fd00::1]',
  ].map(url),
  pass: [url(''), url('https://mon.example.net/beszel'), url('https://172.32.0.1')],
});

testFiles(check, {
  fail: [{ name: 'http', facts: hubs({ appUrl: { value: 'http://192.168.1.20:8090' } }) }],
  pass: [{ name: 'not set', facts: hubs({}) }],
  unknown: [{ name: 'hidden', facts: hubs({ appUrl: hiddenSetting }) }],
});
