import { defineFileScanner } from '../scanner.js';
import { readCompose } from './compose.js';

const IMAGE = /(?:^|\/)rustdesk-server(?:-s6)?(?::|@|$)/;
const MAX_IMAGES = 20;
const MAX_CHARS = 200;

/** RustDesk's own server shows no release on the wire: its image is all there is. */
export default defineFileScanner({
  kind: 'rustdesk',
  async read(folder) {
    const { found } = await readCompose(folder);
    const images = found.filter(({ image }) => IMAGE.test(image)).map(({ image, place }) => ({ text: image.slice(0, MAX_CHARS), place }));
    return images.length > 0 ? { 'rustdesk.config-images': { ok: true, value: { images: images.slice(0, MAX_IMAGES) } } } : undefined;
  },
});
