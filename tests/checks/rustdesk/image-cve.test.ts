import check from '../../../src/checks/rustdesk/image-cve.js';
import { testCheck } from '../../support/test-check.js';

const images = (...tags: string[]) => ({
  'rustdesk.config-images': { images: tags.map((text) => ({ text, place: { file: 'compose.yml' } })) },
});

testCheck(check, {
  fail: [
    { name: 'the last bad release', facts: images('rustdesk/rustdesk-server:1.1.15') },
    { name: 'one of two', facts: images('rustdesk/rustdesk-server:1.1.17', 'rustdesk/rustdesk-server:1.1.9') },
  ],
  pass: [{ name: 'a newer one', facts: images('rustdesk/rustdesk-server:1.1.17', 'rustdesk/rustdesk-server:1.2.0') }],
  unknown: [{ name: 'latest', facts: images('rustdesk/rustdesk-server:latest') }],
});
