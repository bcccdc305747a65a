import { PUBLISHED_SESSION_SECRETS } from '../../../knowledge/betterdesk.js';
import type { Facts } from '../../../model.js';
import { type ConfigFolder, defineFileScanner, observe } from '../../scanner.js';
import { filesNamed, isCovered } from '../paths.js';
import type { Setting, Settings } from '../settings.js';
import { loadInstallation } from './load.js';
import { saidOf } from './server.js';

/** Below this a secret can be guessed offline, for the hash in every cookie shows a hit. */
const SECRET_MIN_CHARS = 32;

export default defineFileScanner({
  kind: 'betterdesk-console',
  async read(folder) {
    const installation = await loadInstallation(folder);
    const environment = installation?.console;
    return environment && { 'betterdesk-console.config': await observe(() => configOf(folder, environment)) };
  },
});

function configOf(folder: ConfigFolder, environment: Settings): Facts['betterdesk-console.config'] {
  const certificate = environment.get('SSL_CERT_PATH');
  const key = environment.get('SSL_KEY_PATH');
  const named = [certificate, key].filter((setting) => setting !== undefined && setting.value !== '') as Setting[];
  const { value, ...https } = saidOf(environment.get('HTTPS_ENABLED'));
  return {
    // The console knows no other word.
    https: { ...https, value: value === null ? null : value === 'true' },
    certificate: saidOf(certificate?.value === '' ? undefined : certificate),
    key: saidOf(key?.value === '' ? undefined : key),
    absent: named
      .filter(
        (setting) =>
          isCovered(folder, setting.place.file, setting.value) && filesNamed(folder, setting.place.file, setting.value).length === 0,
      )
      .map((setting) => setting.value.slice(0, 200)),
    sessionSecret: secretOf(environment.get('SESSION_SECRET')),
  };
}

/** The value itself stays here. */
function secretOf(setting: Setting | undefined): Facts['betterdesk-console.config']['sessionSecret'] {
  if (!setting || (setting.value === '' && setting.unresolved === undefined)) return { state: 'not set' };
  const { value, place, unresolved } = setting;
  if (unresolved !== undefined) return { state: 'unknown', place };
  if (PUBLISHED_SESSION_SECRETS.includes(value)) return { state: 'published', place };
  return { state: value.length < SECRET_MIN_CHARS ? 'short' : 'own', place };
}
