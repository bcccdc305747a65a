import type { Facts } from '../../../model.js';
import { type ConfigFolder, defineFileScanner, observe } from '../../scanner.js';
import { readCompose } from '../compose.js';
import { parseEnv } from '../env.js';
import type { Settings } from '../settings.js';
import { readData } from './data.js';
import { ofComposeService, ofEnvironment } from './environment.js';

const IMAGE = /(?:^|\/)(?:bifrost0x|minhtuancn)\/webssh(?:[:@]|$)/;
/** Names that no other program is known to have together. */
const TELLING = [
  'RATELIMIT_LOGIN_LIMIT',
  'RATELIMIT_ENABLED',
  'ALLOW_CORS_WILDCARD',
  'BOOTSTRAP_REGISTRATION_ENABLED',
  'BLOCK_INTERNAL_SSH',
];
const ENV_FILE = /(?:^|\/)(?:\.env|[^/]*\.env)$/;

/** docker-compose.yml by its image or by the names in its environment, else an environment file, and the data folder. */
export default defineFileScanner({
  kind: 'webssh',
  async read(folder) {
    const [settings, data] = [await findSettings(folder), await readData(folder)];
    if (!settings && !data) return undefined;
    return { ...(settings ? { 'webssh.config': await observe(settings) } : {}), ...(data ? { 'webssh.config-data': data } : {}) };
  },
});

async function findSettings(folder: ConfigFolder): Promise<(() => Promise<Facts['webssh.config']>) | undefined> {
  const services = (await readCompose(folder)).found;
  const service = services.find(({ image }) => IMAGE.test(image)) ?? services.find(({ environment }) => isTelling(environment));
  if (service) return () => ofComposeService(folder, service);
  for (const file of folder.files.filter(({ path }) => ENV_FILE.test(path))) {
    const text = await observe(() => file.text());
    const settings = text.ok ? parseEnv(text.value, file.path) : new Map();
    if (isTelling(settings)) return () => Promise.resolve(ofEnvironment(settings, { file: file.path }));
  }
  return undefined;
}

const isTelling = (settings: Settings) =>
  TELLING.some((key) => settings.has(key)) && ['CORS_ORIGINS', 'SECRET_KEY', 'TRUSTED_PROXIES'].some((key) => settings.has(key));
