import type { Finding, Report, ReportedService } from '../model.js';
import { topFloor } from './ports.js';
import { SEVERITIES } from '../severity.js';
import type { Reporter } from './reporter.js';
import { type Host, hostsOf, isFailure, shownFrom } from './shown.js';
import { XmlWriter } from './xml.js';

const SECOND_MS = 1000;
/** The version of nmap's DTD that this follows. */
const XML_OUTPUT_VERSION = '1.05';

/** What `nmap -oX` would have written, for ndiff and everything else that reads it; failures are script results. */
export const nmapXml: Reporter = function* (report, { minSeverity }) {
  const shown = shownFrom(report, minSeverity);
  const xml = new XmlWriter('nmaprun');
  writeHead(xml, shown);
  for (const host of hostsOf(shown)) {
    if (host.target.address === '') xml.leaf('target', { specification: host.target.name, status: 'skipped', reason: 'invalid' });
    else writeHost(xml, host, shown);
    yield xml.take();
  }
  writeStatistics(xml, shown);
  yield xml.close().end().take();
};

const secondsOf = (iso: string): number => Math.floor(Date.parse(iso) / SECOND_MS) || 0;
/** `Sat Nov 21 08:00:00 2026`, as C's asctime has it. */
function asctime(iso: string): string {
  const [weekday, day, month, year, time] = new Date(secondsOf(iso) * SECOND_MS).toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${day} ${time} ${year}`;
}

function writeHead(xml: XmlWriter, { run, tool, targets }: Report): void {
  xml.open('nmaprun', {
    // The DTD knows one scanner only.
    scanner: 'nmap',
    args: `${tool.name} --ports ${run.ports} ${targets.length > 5 ? `(${targets.length} targets)` : targets.map(({ name }) => name).join(' ')}`,
    start: secondsOf(run.startedAt),
    startstr: asctime(run.startedAt),
    version: tool.version,
    xmloutputversion: XML_OUTPUT_VERSION,
  });
  const swept = targets.reduce((most, { ports }) => Math.max(most, ports.swept), 0);
  xml.leaf('scaninfo', {
    type: 'connect',
    protocol: 'tcp',
    numservices: swept,
    services: run.ports === 'all' ? '1-65535' : run.ports,
  });
  xml.leaf('verbose', { level: 0 }).leaf('debugging', { level: 0 });
}

const isUp = ({ target: { state, ports } }: Pick<Host, 'target'>): boolean =>
  state === 'examined' || state === 'partial' || ports.open + ports.closed > 0;

function writeHost(xml: XmlWriter, host: Host, { run }: Report): void {
  const { name, address, ports } = host.target;
  xml.open('host', { starttime: secondsOf(run.startedAt), endtime: secondsOf(run.finishedAt) });
  const answered = ports.open > 0 ? 'syn-ack' : 'conn-refused';
  xml.leaf('status', { state: isUp(host) ? 'up' : 'down', reason: isUp(host) ? answered : 'no-response', reason_ttl: 0 });
  xml.leaf('address', { addr: address, addrtype: address.includes(':') ? 'ipv6' : 'ipv4' });
  xml.open('hostnames');
  if (name !== address) xml.leaf('hostname', { name, type: 'user' });
  xml.close();
  writePorts(xml, host);
  const aboutTheHost = host.findings.filter((finding) => isFailure(finding) && finding.port === undefined);
  if (aboutTheHost.length > 0) {
    xml.open('hostscript');
    writeScript(xml, aboutTheHost);
    xml.close();
  }
  xml.close();
}

function writePorts(xml: XmlWriter, { target, services, findings }: Host): void {
  xml.open('ports');
  for (const state of ['closed', 'filtered'] as const) {
    if (target.ports[state] === 0) continue;
    const reason = state === 'closed' ? 'conn-refused' : 'no-response';
    xml.open('extraports', { state, count: target.ports[state] });
    xml.leaf('extrareasons', { reason, count: target.ports[state], proto: 'tcp' }).close();
  }
  for (const { port, reason } of target.open) {
    xml.open('port', { protocol: 'tcp', portid: port }).leaf('state', { state: 'open', reason, reason_ttl: 0 });
    xml.leaf('service', serviceOf(services.filter((service) => service.port === port)));
    const aboutThePort = findings.filter((finding) => isFailure(finding) && finding.port === port);
    if (aboutThePort.length > 0) writeScript(xml, aboutThePort);
    xml.close();
  }
  xml.close();
}

/** nmap has one service a port: the one on the highest floor, with TLS as its tunnel. */
function serviceOf(services: readonly ReportedService[]): Record<string, string | number | undefined> {
  const service = topFloor(services);
  if (!service || service.protocol === 'unknown') return { name: 'unknown', method: 'table', conf: 0 };
  return {
    name: nmapNameOf(service),
    product: service.product || undefined,
    version: service.version || undefined,
    extrainfo: service.role === service.protocol ? undefined : service.role || undefined,
    tunnel: service.tls ? 'ssl' : undefined,
    method: 'probed',
    conf: Math.round(service.confidence / 10),
  };
}

function nmapNameOf({ protocol, port }: ReportedService): string {
  if (protocol === 'smb') return port === 139 ? 'netbios-ssn' : 'microsoft-ds';
  return protocol === 'tls' ? 'ssl' : protocol;
}

/** One script for all findings: ndiff on Python 3 cannot sort two (`'<' not supported between … 'ScriptResult'`). */
function writeScript(xml: XmlWriter, findings: readonly Finding[]): void {
  const output = findings.map(({ severity, check, because }) => `${severity} ${check}: ${because}`).join('; ');
  xml.open('script', { id: 'porosity', output });
  for (const { check, severity, title, because, remediation } of findings) {
    xml.open('table', { key: check });
    for (const [key, text] of Object.entries({ severity, title, because, remediation })) xml.leaf('elem', { key }, [text]);
    xml.close();
  }
  xml.close();
}

function writeStatistics(xml: XmlWriter, report: Report): void {
  const { run, targets, summary } = report;
  const up = targets.filter((target) => isUp({ target })).length;
  const fails = SEVERITIES.map((severity) => `${summary.fail[severity]} ${severity}`).join(', ');
  xml.open('runstats');
  xml.leaf('finished', {
    time: secondsOf(run.finishedAt),
    timestr: asctime(run.finishedAt),
    elapsed: (run.durationMs / SECOND_MS).toFixed(2),
    summary: `${targets.length} targets, ${up} up; findings: ${fails}`,
    exit: 'success',
  });
  xml.leaf('hosts', { up, down: targets.length - up, total: targets.length }).close();
}
