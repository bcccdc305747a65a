import { z } from 'zod';
import { placedText } from './config.js';

export const rustdeskConfigFacts = {
  'rustdesk.config-images': z
    .object({ images: z.array(placedText) })
    .describe('Images of RustDesk’s own server that compose files name, with their tags'),
};
