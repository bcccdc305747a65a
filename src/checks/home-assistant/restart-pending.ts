import { isBefore, parseCoreVersion, SECURITY_HEADERS_SINCE } from '../../knowledge/home-assistant.js';
import { valueOf } from '../../model/observation.js';
import type { Exhibit, Facts } from '../../model.js';
import { defineCheck, failWith, notApplicable, pass, saw } from '../check.js';
import { written } from '../written.js';

const HTTP = 'home-assistant.config-http';
type Http = Facts[typeof HTTP];
type Difference = { readonly what: string; readonly exhibits: readonly Exhibit[] };

/** A proxy in front, or a folder of another machine, would look the same. */
const BY_CONTRADICTION = 80;
const DEFAULT_PORTS = [80, 8123];

export default defineCheck({
  id: 'home-assistant/restart-pending',
  title: 'The running server does what its files say',
  severity: 'medium',
  subject: 'home-assistant',
  requires: [HTTP],
  considers: [
    'home-assistant.config-version',
    'home-assistant.websocket-hello',
    'home-assistant.cors',
    'home-assistant.refusals',
    'home-assistant.failed-logins',
    'http.root',
  ],
  rationale: 'A setting that stands in a file and is not in force protects nobody, and its owner believes that it does.',
  remediation:
    'Restart Home Assistant (Settings > System > Restart) and audit again; if it stays, compare the file named here with the folder that really runs.',
  references: ['https://www.home-assistant.io/docs/configuration/#reloading-the-configuration-for-file-changes'],
  mapping: { cwe: [1188], checklist: ['ha-2018/ip-ban'] },

  evaluate({ [HTTP]: http }, { subject }, considered) {
    if (subject.port === undefined) return notApplicable('only files were looked at');
    const own = http.serverPort.value === null ? DEFAULT_PORTS.includes(subject.port) : http.serverPort.value === subject.port;
    const differences = [
      releaseDiffers(considered['home-assistant.config-version'], considered['home-assistant.websocket-hello']),
      ...(own ? [tlsDiffers(http, subject.tls), frameDiffers(http, valueOf(considered['http.root']))] : []),
      corsDiffers(http, valueOf(considered['home-assistant.cors'])),
      banDiffers(http, valueOf(considered['home-assistant.refusals']), valueOf(considered['home-assistant.failed-logins'])),
    ].filter((one) => one !== undefined);
    if (differences.length === 0) return pass('nothing seen on the wire contradicts them', written(HTTP, 'server_port', http.serverPort));
    const because = differences.map(({ what }) => what).join('; ');
    return failWith({ confidence: BY_CONTRADICTION }, because, ...differences.flatMap(({ exhibits }) => exhibits));
  },
});

function releaseDiffers(
  file: Parameters<typeof valueOf<Facts['home-assistant.config-version']>>[0],
  hello: Parameters<typeof valueOf<Facts['home-assistant.websocket-hello']>>[0],
): Difference | undefined {
  const [wanted, runs] = [valueOf(file), valueOf(hello)?.version];
  if (!wanted || !runs || wanted.version === runs) return undefined;
  const exhibits = [
    saw('home-assistant.config-version', `version ${wanted.version}`, wanted.place),
    saw('home-assistant.websocket-hello', `version ${runs}`),
  ];
  return { what: `the folder was last run by ${wanted.version}, the server is ${runs}`, exhibits };
}

function tlsDiffers({ certificate }: Http, tls: boolean | undefined): Difference | undefined {
  if (certificate.value === null || tls === undefined || certificate.value === tls) return undefined;
  const what = tls ? 'it speaks TLS, and no certificate is set' : 'a certificate is set, and it speaks plain HTTP';
  return { what, exhibits: [written(HTTP, 'ssl_certificate set', certificate)] };
}

function frameDiffers({ useXFrameOptions, version }: Http, root: Facts['http.root'] | undefined): Difference | undefined {
  const release = parseCoreVersion(version);
  if (!root || root.status >= 400 || !release || isBefore(release, SECURITY_HEADERS_SINCE)) return undefined;
  const sent = root.headers['x-frame-options'] !== undefined;
  if (useXFrameOptions.unresolved !== undefined || (useXFrameOptions.value ?? true) === sent) return undefined;
  const what = `use_x_frame_options is ${sent ? 'off' : 'on'}, and the header is ${sent ? 'sent' : 'missing'}`;
  return { what, exhibits: [written(HTTP, 'use_x_frame_options', useXFrameOptions)] };
}

function corsDiffers({ corsAllowedOrigins }: Http, cors: Facts['home-assistant.cors'] | undefined): Difference | undefined {
  if (!cors || corsAllowedOrigins.unresolved !== undefined) return undefined;
  const all = corsAllowedOrigins.value?.includes('*') ?? false;
  const refused = cors.status === 403 || cors.status === 405;
  if (cors.allowedOrigin ? all : !(all && refused)) return undefined;
  const what = all ? 'every origin is allowed in the file, and ours was refused' : 'our origin is not in the file, and it was allowed';
  return {
    what,
    exhibits: [written(HTTP, 'cors_allowed_origins', corsAllowedOrigins), saw('home-assistant.cors', `status ${cors.status}`)],
  };
}

function banDiffers(
  { ipBanEnabled, loginAttemptsThreshold }: Http,
  refusals: Facts['home-assistant.refusals'] | undefined,
  tried: Facts['home-assistant.failed-logins'] | undefined,
): Difference | undefined {
  const limit = loginAttemptsThreshold.value;
  if (refusals && refusals.paths.length > 0 && ipBanEnabled.value === false) {
    return { what: 'banning is off in the file, and this address is banned', exhibits: [written(HTTP, 'ip_ban_enabled', ipBanEnabled)] };
  }
  if (!tried || tried.refusedAfter !== null || limit === null || limit < 1 || tried.attempts <= limit || !ipBanEnabled.value)
    return undefined;
  const exhibits = [
    written(HTTP, 'login_attempts_threshold', loginAttemptsThreshold),
    saw('home-assistant.failed-logins', `${tried.attempts} failed logins`),
  ];
  return { what: `the file says banned after ${limit}, and ${tried.attempts} failed logins led to no ban`, exhibits };
}
