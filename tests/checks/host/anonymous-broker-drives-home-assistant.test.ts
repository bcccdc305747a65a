import check from '../../../src/checks/host/anonymous-broker-drives-home-assistant.js';
import { beside, notSeen, ok } from '../../support/neighbouring.js';
import { testCheck } from '../../support/test-check.js';

const systems = ['home-assistant'];
const broker = (returnCode: number, port = 1883) =>
  beside('mqtt', port, { 'mqtt.anonymous-connect': ok({ protocolVersion: 4, returnCode, reason: '' }) });

testCheck(check, {
  fail: [
    { name: 'everybody may speak', facts: {}, context: { systems, neighbours: [broker(0)] }, because: 'everybody may publish' },
    { name: 'on one of two listeners', facts: {}, context: { systems, neighbours: [broker(5), broker(0, 1884)] } },
  ],
  pass: [{ name: 'a login is needed', facts: {}, context: { systems, neighbours: [broker(5), broker(5, 1884)] } }],
  unknown: [
    {
      name: 'one listener did not answer',
      facts: {},
      context: { systems, neighbours: [broker(5), beside('mqtt', 1884, { 'mqtt.anonymous-connect': notSeen })] },
    },
  ],
  'not-applicable': [
    { name: 'no Home Assistant', facts: {}, context: { neighbours: [broker(0)] } },
    { name: 'no broker', facts: {}, context: { systems } },
  ],
});
