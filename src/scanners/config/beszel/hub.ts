import type { Facts } from '../../../model.js';
import { defineFileScanner, observe } from '../../scanner.js';
import { findDataFolders, readDataFolder } from './data.js';
import { endpointOf, isTrue, type Listen, listenOn, type Said, say, secret, textIn, throughContainer } from './settings.js';
import { findSources, type Source } from './sources.js';

type Hub = Facts['beszel-hub.config'][number];

const MAX_HUBS = 20;
const HUB_PORT = 8090;

/** The environment and command line of hubs, and their data folders. */
export default defineFileScanner({
  kind: 'beszel-hub',
  async read(folder) {
    const sources = (await findSources(folder)).filter(({ part }) => part === 'hub').slice(0, MAX_HUBS);
    const data = findDataFolders(folder).slice(0, MAX_HUBS);
    if (sources.length === 0 && data.length === 0) return undefined;
    return {
      ...(sources.length > 0 ? { 'beszel-hub.config': await observe(() => sources.map(readHub)) } : {}),
      ...(data.length > 0
        ? { 'beszel-hub.config-data': await observe(() => Promise.all(data.map((path) => readDataFolder(folder, path)))) }
        : {}),
    };
  },
});

function readHub(source: Source): Hub {
  return {
    place: source.place,
    listen: throughContainer(listenOf(source), source, HUB_PORT),
    autoLogin: say(source, 'AUTO_LOGIN', (text) => text !== ''),
    trustedHeader: say(source, 'TRUSTED_AUTH_HEADER', textIn),
    userCreation: say(source, 'USER_CREATION', isTrue),
    userPassword: secret(source, 'USER_PASSWORD'),
    shareAll: say(source, 'SHARE_ALL_SYSTEMS', isTrue),
    mfa: say(source, 'MFA_OTP', textIn),
    passwordDisabled: say(source, 'DISABLE_PASSWORD_AUTH', isTrue),
    csp: say(source, 'CSP', textIn),
    appUrl: say(source, 'APP_URL', textIn),
    heartbeat: endpointOf(source, 'HEARTBEAT_URL', () => ''),
    origins: originsOf(source),
  };
}

/** Plain `serve` listens on loopback; the image and the install script say `--http=0.0.0.0:8090`; a domain means 80 and 443. */
function listenOf({ command, service, unit, place }: Source): Listen {
  const given = /(?:^|\s)--https?(?:=|\s+)["']?([^\s"']+)/.exec(command)?.[1];
  if (given !== undefined) return { value: listenOn(given), place };
  if (/\sserve\s+[^-\s]/.test(command) || (service && command === '')) return { value: 'every address', place };
  if (unit || service) return { value: 'loopback', place };
  return { value: null, unresolved: 'the files do not show its command line' };
}

function originsOf({ command, service, unit, place }: Source): Said<string> {
  const given = /(?:^|\s)--origins(?:=|\s+)["']?([^\s"']+)/.exec(command)?.[1];
  if (given !== undefined) return { value: textIn(given), place };
  return unit || service ? { value: null } : { value: null, unresolved: 'the files do not show its command line' };
}
