import { hiddenSetting, hubs } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-frame-policy.js';
import { testCheck, testFiles } from '../../support/test-check.js';

const framed = (headers: Record<string, string>) => ({
  'http.final': {
    status: 200,
    server: '',
    title: 'Beszel',
    headers,
    location: '',
    bodyExcerpt: '',
    path: '/',
    hops: 0,
    passwordFields: 0,
  },
});

testCheck(check, {
  fail: [
    { name: 'a policy that forgot frames', facts: framed({ 'content-security-policy': "default-src 'self'" }) },
    { name: 'a policy for everybody', facts: framed({ 'content-security-policy': 'frame-ancestors *', 'x-frame-options': 'DENY' }) },
    { name: 'nothing at all', facts: framed({}) },
    { name: 'a value that browsers ignore', facts: framed({ 'x-frame-options': 'ALLOW-FROM https://a.example' }) },
  ],
  pass: [
    { name: 'the header of the hub', facts: framed({ 'x-frame-options': 'SAMEORIGIN' }) },
    { name: 'a policy with ancestors', facts: framed({ 'content-security-policy': "default-src 'self'; frame-ancestors 'none'" }) },
  ],
});

testFiles(check, {
  fail: [{ name: 'a policy that forgot frames', facts: hubs({ csp: { value: "default-src 'self'" } }) }],
  pass: [
    { name: 'not set', facts: hubs({}) },
    { name: 'with ancestors', facts: hubs({ csp: { value: "frame-ancestors 'self'" } }) },
  ],
  unknown: [{ name: 'hidden', facts: hubs({ csp: hiddenSetting }) }],
});
