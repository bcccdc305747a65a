import { expect, test } from '@jest/globals';
import scanner from '../../../src/scanners/products/home-assistant-observer.js';
import { webPeer } from '../../peers/web.js';
import { judge, lookAt, outcomesOf } from '../../support/look.js';

const reason = (kind: string, name: string) =>
  `<li class="reason"><a href="https://www.home-assistant.io/more-info/${kind}/${name}" target="_blank">${name}</a></li>`;
const page = (supervisor: string, rest = '') =>
  `<title>Home Assistant observer</title><h1>Home Assistant observer</h1><table>
   <td class="${supervisor}">\n Connected\n</td>${rest}</table>`;

async function reportOn(body: string) {
  const peer = await webPeer((_, response) => response.setHeader('Content-Type', 'text/html').end(body));
  try {
    return await judge(await lookAt(peer.port, scanner), 4357);
  } finally {
    await peer.close();
  }
}

test('a healthy installation', async () => {
  const report = await reportOn(page('connected'));
  expect(report.targets[0]?.systems).toMatchObject([{ id: 'home-assistant', title: 'Home Assistant' }]);
  expect(outcomesOf(report)).toMatchObject({
    'home-assistant/observer-unhealthy': 'pass',
    'home-assistant/observer-log-leak': 'pass',
    'home-assistant/gateway-unprotected': 'pass',
  });
});

test('reasons are told apart', async () => {
  const report = await reportOn(page('connected', reason('unhealthy', 'docker_gateway_unprotected') + reason('unsupported', 'os')));
  expect(outcomesOf(report)).toMatchObject({
    'home-assistant/observer-unhealthy': 'fail',
    'home-assistant/gateway-unprotected': 'fail',
  });
  expect(report.findings.find(({ check }) => check === 'home-assistant/observer-unhealthy')?.because).toBe(
    'it names unhealthy/docker_gateway_unprotected, unsupported/os',
  );
});

test('the log of a Supervisor that is down is seen and not kept', async () => {
  const report = await reportOn(page('disconnected', `${' '.repeat(2_048)}<pre class="log">token 4711</pre>`));
  expect(outcomesOf(report)).toMatchObject({ 'home-assistant/observer-log-leak': 'fail', 'home-assistant/gateway-unprotected': 'unknown' });
  expect(JSON.stringify(report)).not.toContain('4711');
});

test('another page with the same title is not taken for it', async () => {
  const report = await reportOn('<title>Home Assistant observer</title>');
  expect(report.targets[0]?.systems).toEqual([]);
});
