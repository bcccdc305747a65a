import check from '../../../src/checks/http/open-proxy.js';
import { testCheck } from '../../support/test-check.js';

const proxy = (forwards: boolean) => ({ 'http.proxy': { forwards, saw: 'what was seen' } });

testCheck(check, {
  fail: [{ name: 'our page came back', facts: proxy(true) }],
  pass: [{ name: 'it answered itself', facts: proxy(false) }],
});
