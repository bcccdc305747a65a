import { expect, test } from '@jest/globals';
import { createHomeAssistant } from '../../src/demo/home-assistant-0.70.js';
import scanner from '../../src/scanners/products/home-assistant.js';
import { peerOf } from '../peers/web.js';
import { judge, lookAt, outcomesOf } from '../support/look.js';

test('the Home Assistant of the demo is the one of the post', async () => {
  const peer = await peerOf(createHomeAssistant(), []);
  try {
    const report = await judge(await lookAt(peer.port, scanner));
    expect(report.targets[0]?.systems).toMatchObject([{ id: 'home-assistant', version: '0.70.0' }]);
    expect(outcomesOf(report)).toMatchObject({
      'home-assistant/server-banner': 'fail',
      'home-assistant/legacy-api-password': 'fail',
      'home-assistant/legacy-no-password': 'pass',
      'home-assistant/onboarding-open': 'not-applicable',
      'home-assistant/ip-ban-missing': 'unknown',
      'home-assistant/xff-spoofable': 'pass',
      'http/open-proxy': 'pass',
    });
  } finally {
    await peer.close();
  }
});
