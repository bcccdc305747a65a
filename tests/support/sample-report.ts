import { createHash } from 'node:crypto';
import type { Exhibit, Finding, Gate, Report, ReportedService, ReportedTarget, Severity, Summary, SurveyRun } from '../../src/model.js';

/*
 * Handwritten reports for the reporters' tests: the host of the 2018 post beside a tidy one, one that is down and one
 * without an address; nothing at all; and text that only an attacker would send.
 */

const RUN: SurveyRun = {
  startedAt: '2026-11-21T08:00:00.000Z',
  finishedAt: '2026-11-21T08:00:03.120Z',
  durationMs: 3120,
  modes: ['passive'],
  ports: 'all',
  engine: 'connect',
  incomplete: false,
};
const HASSIO = { name: 'hassio.lan', address: '192.168.0.215' };
const PROXY = { name: 'proxy.lan', address: '192.168.0.2' };

type Judged = Pick<Finding, 'check' | 'title' | 'severity' | 'outcome' | 'because'> & Partial<Finding>;

/** A finding with everything that a test does not care about filled in. */
export function finding(host: { name: string; address: string }, port: number | undefined, judged: Judged): Finding {
  return {
    confidence: 100,
    exhibits: [],
    target: host.name,
    address: host.address,
    ...(port === undefined ? {} : { port }),
    remediation: '',
    references: [],
    mapping: {},
    fingerprint: createHash('sha256').update(`${judged.check} ${host.name} ${port}`).digest('hex').slice(0, 32),
    waiver: null,
    baseline: null,
    ...judged,
  };
}

export function service(host: { name: string; address: string }, port: number, judged: Partial<ReportedService>): ReportedService {
  return {
    target: host.name,
    address: host.address,
    port,
    transport: 'tcp',
    tls: false,
    protocol: 'unknown',
    facts: {},
    role: '',
    product: '',
    version: '',
    confidence: 100,
    ...judged,
  };
}

export function target(
  host: { name: string; address: string },
  open: readonly number[],
  more: Partial<ReportedTarget> = {},
): ReportedTarget {
  return {
    ...host,
    state: 'examined',
    because: '',
    ports: { swept: 65535, open: open.length, closed: 65535 - open.length, filtered: 0 },
    open: open.map((port) => ({ port, reason: 'syn-ack' })),
    systems: [],
    identities: [],
    ...more,
  };
}

const saw = (fact: Exhibit['fact'], what: string, place?: Exhibit['place']): Exhibit => ({
  fact,
  saw: what,
  ...(place ? { place } : {}),
});

function summaryOf(findings: readonly Finding[]): Summary {
  const failing = findings.filter(({ outcome, waiver }) => outcome === 'fail' && !waiver);
  const of = (severity: Severity): number => failing.filter((one) => one.severity === severity).length;
  const ending = (outcome: Finding['outcome']): number => findings.filter((one) => one.outcome === outcome).length;
  return {
    fail: { critical: of('critical'), high: of('high'), medium: of('medium'), low: of('low'), info: of('info') },
    pass: ending('pass'),
    unknown: ending('unknown'),
    notApplicable: ending('not-applicable'),
    waived: findings.filter(({ waiver }) => waiver).length,
  };
}

const OPEN_GATE: Gate = { result: 'open', failOn: 'high', exitCode: 0, because: [] };

export function reportOf(parts: Partial<Report>): Report {
  return {
    schemaVersion: 1,
    kind: 'report',
    tool: { name: 'porosity', version: '0.1.0' },
    run: RUN,
    targets: [],
    services: [],
    findings: [],
    notes: [],
    summary: summaryOf(parts.findings ?? []),
    gate: OPEN_GATE,
    ...parts,
  };
}

/** No target answered, nothing was found: still a document in every format. */
export const emptyReport = (): Report => reportOf({});

const HASSIO_FINDINGS: readonly Finding[] = [
  finding(HASSIO, 445, {
    check: 'smb/guest-write',
    title: 'No share opens for writing without credentials',
    severity: 'critical',
    outcome: 'fail',
    because: '`config`, `addons` and `share` open for writing to a guest',
    exhibits: [
      saw('smb.shares', 'guest write on config, addons, share (granted access mask 0x001301ff)'),
      saw('smb.sessions', 'a login as an unknown user ended as guest'),
    ],
    remediation: 'In the Samba share add-on (app) options set `username` and `password` and remove `guest: true`; restart the add-on.',
    references: ['https://www.home-assistant.io/common-tasks/os/#configuring-access-to-files'],
    mapping: { cwe: [306, 732], checklist: ['ha-2018/samba-users'] },
    baseline: 'new',
  }),
  finding(HASSIO, 1883, {
    check: 'mqtt/anonymous-access',
    title: 'The MQTT broker turns away clients that bring no credentials',
    severity: 'high',
    outcome: 'fail',
    because: 'it opened a session for a client without a user name',
    exhibits: [saw('mqtt.anonymous-connect', 'CONNACK return code 0')],
    remediation: 'In the Mosquitto broker add-on (app) options add an entry under `logins:` for each client and remove `anonymous: true`.',
    references: ['https://mosquitto.org/documentation/authentication-methods/'],
    mapping: { cwe: [306], checklist: ['ha-2018/mqtt-logins'] },
    baseline: 'unchanged',
    firstSeen: '2026-10-02T06:00:00.000Z',
  }),
  finding(HASSIO, 1883, {
    check: 'mqtt/anonymous-subscribe',
    title: 'Clients without credentials may not subscribe to every topic',
    severity: 'high',
    outcome: 'fail',
    because: 'a subscription to `#` was granted and 2 messages were delivered',
    exhibits: [saw('mqtt.anonymous-subscribe', 'granted, 2 messages received')],
    remediation: 'Give the broker an ACL: in mosquitto.conf name an `acl_file` and list the topics of each client.',
    references: ['https://mosquitto.org/man/mosquitto-conf-5.html'],
    mapping: { cwe: [306, 200] },
  }),
  finding(HASSIO, 22222, {
    check: 'ssh/debug-port-exposed',
    title: 'No host or debug SSH answers on the network',
    severity: 'medium',
    outcome: 'fail',
    because: 'the debug SSH of Home Assistant OS answers on port 22222',
    exhibits: [saw('ssh.banner', 'SSH-2.0-dropbear_2016.74')],
    remediation: 'Import an empty `authorized_keys` from a USB stick labelled CONFIG; the debug SSH then stays off.',
    references: ['https://developers.home-assistant.io/docs/operating-system/debugging'],
    mapping: { cwe: [489] },
  }),
  finding(HASSIO, 1883, {
    check: 'mqtt/plaintext',
    title: 'MQTT on the network is inside TLS',
    severity: 'medium',
    outcome: 'fail',
    because: 'it speaks MQTT without TLS on a private address',
    exhibits: [saw('mqtt.transport', 'MQTT over plain TCP')],
    remediation: 'In mosquitto.conf add `listener 8883` with `certfile` and `keyfile`, and close the listener on 1883.',
    references: ['https://mosquitto.org/man/mosquitto-tls-7.html'],
    mapping: { cwe: [319] },
    waiver: { reason: 'the sensors cannot do TLS', expires: '2027-03-01' },
  }),
  finding(HASSIO, undefined, {
    check: 'home-assistant/trusted-networks',
    title: 'No network may log in without a password',
    severity: 'medium',
    outcome: 'fail',
    because: '`trusted_networks` covers the whole of 192.168.0.0/24',
    exhibits: [
      saw('http.root', '`trusted_networks: 192.168.0.0/24`', {
        file: 'config/configuration.yaml',
        line: 14,
      }),
    ],
    remediation: 'In configuration.yaml list single addresses under `homeassistant: auth_providers: trusted_networks:`.',
    references: ['https://www.home-assistant.io/docs/authentication/providers/'],
    mapping: { cwe: [291] },
    confidence: 90,
  }),
  finding(HASSIO, 8123, {
    check: 'home-assistant/plain-http',
    title: 'The frontend speaks HTTPS',
    severity: 'low',
    outcome: 'fail',
    because: 'it speaks plain HTTP on a private address',
    exhibits: [saw('http.root', '200, Python/3.6 aiohttp/3.1.3, title "Home Assistant"')],
    remediation: 'In configuration.yaml set `http: ssl_certificate:` and `ssl_key:`, or put a proxy with TLS in front.',
    references: ['https://www.home-assistant.io/docs/configuration/securing/'],
    mapping: { cwe: [319] },
  }),
  finding(HASSIO, 8123, {
    check: 'home-assistant/identifiable',
    title: 'Nothing tells a stranger that this is Home Assistant',
    severity: 'info',
    outcome: 'fail',
    because: 'the page title gives it away',
    exhibits: [saw('http.root', 'title "Home Assistant"')],
    remediation: 'Nothing to do on a private network; a reverse proxy with a login hides it elsewhere.',
    references: ['https://www.home-assistant.io/docs/configuration/securing/'],
    mapping: { cwe: [200] },
  }),
  finding(HASSIO, 8123, {
    check: 'home-assistant/ip-ban-missing',
    title: 'Addresses that fail to log in are banned',
    severity: 'medium',
    outcome: 'unknown',
    because: 'nobody may count failed logins without --intrusive; give --config to read the setting instead',
    remediation: 'In configuration.yaml set `ip_ban_enabled: true` and `login_attempts_threshold: 5` under `http:`.',
    references: ['https://www.home-assistant.io/integrations/http/'],
  }),
  finding(HASSIO, 22222, {
    check: 'ssh/password-login',
    title: 'SSH offers no login by password',
    severity: 'medium',
    outcome: 'unknown',
    because: 'ssh.auth-methods could not be seen: no answer within 3 s (timeout)',
    references: ['https://www.rfc-editor.org/rfc/rfc4252'],
  }),
  finding(HASSIO, 22222, {
    check: 'ssh/terrapin',
    title: 'The connection cannot be cut short unnoticed (Terrapin)',
    severity: 'medium',
    outcome: 'unknown',
    because: 'ssh.algorithms could not be seen: no answer within 3 s (timeout)',
    references: ['https://terrapin-attack.com/'],
  }),
  finding(HASSIO, 22, {
    check: 'ssh/password-login',
    title: 'SSH offers no login by password',
    severity: 'medium',
    outcome: 'pass',
    because: 'it offers publickey alone',
    exhibits: [saw('ssh.auth-methods', 'publickey')],
  }),
  finding(HASSIO, 445, {
    check: 'smb/smb1',
    title: 'The SMB1 dialect is refused',
    severity: 'high',
    outcome: 'pass',
    because: 'the connection was closed on an SMB1 negotiation',
    exhibits: [saw('smb.negotiate', 'dialects 2.1, 3.0, 3.0.2, 3.1.1')],
  }),
  finding(HASSIO, undefined, {
    check: 'host/samba-forwarded',
    title: 'SMB is not reachable from outside',
    severity: 'critical',
    outcome: 'not-applicable',
    because: 'the address is private and no router was asked',
  }),
];

const PROXY_FINDINGS: readonly Finding[] = [
  finding(PROXY, 443, {
    check: 'tls/old-protocols',
    title: 'TLS before 1.2 is refused',
    severity: 'medium',
    outcome: 'pass',
    because: 'it accepts TLSv1.2 and TLSv1.3',
    exhibits: [saw('tls.protocols', 'TLSv1.2, TLSv1.3')],
  }),
];

const bySeverity = (a: Finding, b: Finding): number => RANK.indexOf(a.severity) - RANK.indexOf(b.severity);
const RANK: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** The post's host with everything a report can hold. */
export function sampleReport(): Report {
  const findings = [...HASSIO_FINDINGS, ...PROXY_FINDINGS].sort(bySeverity);
  return reportOf({
    targets: [
      target(HASSIO, [22, 139, 445, 1883, 8123, 22222], {
        state: 'partial',
        because: '2 looks at port 22222 got no answer',
        systems: [
          { id: 'home-assistant', title: 'Home Assistant', version: '0.70.0', confidence: 100 },
          { id: 'mosquitto', title: 'Mosquitto', version: '1.4.12', confidence: 95 },
        ],
        identities: ['ssh:SHA256:gBoZq2b3o9vSaWc0x1kWgn4Wv0kFQwzj3dGm8ZbYkqY'],
        spared: [9100],
      }),
      target(PROXY, [443]),
      target({ name: 'printer.lan', address: '192.168.0.9' }, [], {
        state: 'down',
        because: 'nothing answered on any port',
        ports: { swept: 65535, open: 0, closed: 0, filtered: 65535 },
      }),
      target({ name: 'attic.lan', address: '' }, [], {
        state: 'unresolved',
        because: 'the name has no address (ENOTFOUND)',
        ports: { swept: 0, open: 0, closed: 0, filtered: 0 },
      }),
    ],
    services: [
      service(HASSIO, 22, { protocol: 'ssh', product: 'OpenSSH', version: '7.5', role: 'ssh' }),
      service(HASSIO, 139, { protocol: 'smb', product: 'Samba', role: 'samba', confidence: 80 }),
      service(HASSIO, 445, { protocol: 'smb', product: 'Samba', version: '4.8.2', role: 'samba' }),
      service(HASSIO, 1883, {
        protocol: 'mqtt',
        product: 'mosquitto',
        version: '1.4.12',
        role: 'mqtt-broker',
        facts: {
          'mqtt.anonymous-connect': { ok: true, value: { protocolVersion: 4, returnCode: 0, reason: 'accepted' } },
        },
      }),
      service(HASSIO, 8123, { protocol: 'http', product: 'Home Assistant', version: '0.70.0', role: 'frontend' }),
      service(HASSIO, 22222, { protocol: 'ssh', product: 'dropbear', version: '2016.74', role: 'debug-ssh' }),
      service(PROXY, 443, { protocol: 'tls', role: '' }),
      service(PROXY, 443, { protocol: 'http', tls: true, product: 'nginx', version: '1.22.1', role: 'proxy' }),
    ],
    findings,
    absent: [
      {
        finding: finding(HASSIO, 3218, {
          check: 'home-assistant/configurator-exposed',
          title: 'The Configurator does not answer on the network',
          severity: 'critical',
          outcome: 'fail',
          because: 'it answered without a login',
        }),
        why: 'resolved',
        because: 'port 3218 is closed now',
      },
      {
        finding: finding({ name: 'printer.lan', address: '192.168.0.9' }, 80, {
          check: 'http/security-headers',
          title: 'Login pages carry the headers that protect them',
          severity: 'low',
          outcome: 'fail',
          because: 'no X-Frame-Options',
        }),
        why: 'not compared',
        because: 'the host did not answer this time',
      },
    ],
    notes: [
      { kind: 'info', text: 'port 9100 was left out: printers print what they are sent', target: 'hassio.lan' },
      { kind: 'warning', text: 'the waiver for smb/ on nas.lan matched nothing' },
    ],
    summary: summaryOf(findings),
    gate: {
      result: 'closed',
      failOn: 'high',
      exitCode: 1,
      because: [
        'smb/guest-write fails on hassio.lan:445 (critical)',
        'mqtt/anonymous-access fails on hassio.lan:1883 (high)',
        'mqtt/anonymous-subscribe fails on hassio.lan:1883 (high)',
      ],
    },
  });
}

const HOSTILE =
  '\u001b]0;owned\u0007\u001b[2J</style><script>alert(1)</script>|`@here` =1+1\u202egpj.exe\u200b\u009b31m\r\n::error::x,\u{e0041}\u{e0042}';

/** Every string that a peer could choose is an attack on the reader. */
export function hostileReport(): Report {
  const host = { name: 'evil.lan', address: '192.168.0.66' };
  const findings = [
    finding(host, 80, {
      check: 'http/security-headers',
      title: 'Login pages carry the headers that protect them',
      severity: 'low',
      outcome: 'fail',
      because: `the title is "${HOSTILE}"`,
      exhibits: [saw('http.root', HOSTILE, { file: `../../${HOSTILE}`, line: 3 })],
      remediation: `=cmd|' /C calc'!A1 ${HOSTILE}`,
      references: ['javascript:alert(1)', 'https://example.org/"><script>'],
    }),
    finding(host, 80, {
      check: 'http/open-proxy',
      title: 'The server fetches nothing for strangers',
      severity: 'high',
      outcome: 'unknown',
      because: HOSTILE.repeat(100),
    }),
  ];
  return reportOf({
    targets: [
      target(host, [80], {
        systems: [{ id: 'neighbour', title: HOSTILE, version: HOSTILE, confidence: 60 }],
        state: 'partial',
        because: HOSTILE,
      }),
      target({ name: `=${HOSTILE}`, address: '' }, [], { state: 'unresolved', because: HOSTILE }),
    ],
    services: [service(host, 80, { protocol: 'http', product: HOSTILE, version: HOSTILE, role: HOSTILE })],
    findings,
    notes: [{ kind: 'warning', text: HOSTILE, target: HOSTILE }],
    summary: summaryOf(findings),
    gate: { result: 'undecided', failOn: 'high', exitCode: 3, because: [HOSTILE] },
  });
}

/** A network of so many hosts, each with the ports and findings of the post's. */
export function manyHosts(n: number): Report {
  const hosts = Array.from({ length: n }, (_, i) => ({ name: `box-${i}.lan`, address: `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}` }));
  const sample = sampleReport();
  const [hassio] = sample.targets;
  const findings = hosts.flatMap(({ name, address }) => HASSIO_FINDINGS.map((one) => ({ ...one, target: name, address })));
  return reportOf({
    targets: hosts.map((host) => ({ ...hassio!, ...host })),
    services: hosts.flatMap(({ name, address }) =>
      sample.services.filter(({ target }) => target === HASSIO.name).map((one) => ({ ...one, target: name, address })),
    ),
    findings: findings.sort(bySeverity),
    summary: summaryOf(findings),
    gate: {
      result: 'closed',
      failOn: 'high',
      exitCode: 1,
      because: hosts.slice(0, 20).map(({ name }) => `smb/guest-write fails on ${name}:445 (critical)`),
    },
  });
}
