import { generationOf } from '../knowledge/containerssh.js';
import { valueOf } from '../model/observation.js';
import type { Exhibit, FactName, Facts, Observation, Subject, Verdict } from '../model.js';
import { type CheckContext, fail, pass, passWith } from './check.js';
import { hidden, written } from './written.js';

type Whole = Observation<Facts['containerssh.config']> | undefined;

/** The answers of a configuration server replace what the file says, login by login. */
const UNLESS_REPLACED = 60;

/** A pass by the file: inferred where a configuration server may say otherwise. */
export function passByFile(whole: Whole, because: string, ...exhibits: Exhibit[]): Verdict {
  const server = valueOf(whole)?.configServer;
  if (!server) return pass(because, ...exhibits);
  return passWith({ confidence: UNLESS_REPLACED }, `${because}, unless the configuration server says otherwise`, ...exhibits);
}

/** Which layout of the file is in force: from the keys in it, else from what a ContainerSSH on the same host shows. */
export function generationFor(whole: Whole, neighbours: readonly Subject[]): '0.4' | '0.5' | undefined {
  if (valueOf(whole)?.laterKey) return '0.5';
  for (const { kind, evidence } of neighbours) {
    if (kind !== 'containerssh') continue;
    const offer = valueOf(evidence['ssh.algorithms']);
    const generation = offer && generationOf(offer);
    if (generation) return generation;
    // 0.4 names its counters without the ending that OpenMetrics asks for, and has no health page.
    const names = valueOf(evidence['containerssh.metrics'])?.names ?? [];
    if (names.length > 0) return names.some((name) => name.endsWith('_total')) ? '0.5' : '0.4';
    if (evidence['containerssh.health']?.ok) return '0.5';
  }
  return undefined;
}

const BY_OTHERS = 0o077;
const OCTAL = 8;

/** Whether the file is its owner's alone; false where nobody knows. */
export const isPrivate = (file: Facts['containerssh.config'] | undefined): boolean =>
  typeof file?.mode === 'number' && (file.mode & BY_OTHERS) === 0;

export const modeOf = (file: Facts['containerssh.config'] | undefined): string =>
  typeof file?.mode === 'number' ? file.mode.toString(OCTAL).padStart(4, '0') : 'not known';

/** The file's words on SSH are said once: beside the front or, where none was met, on the first side service. */
export function isFront({ subject, neighbours }: Pick<CheckContext, 'subject' | 'neighbours'>): boolean {
  const isItsFront = ({ evidence }: Subject) => evidence['ssh.banner'] !== undefined;
  if (subject.port === undefined || isItsFront(subject)) return true;
  const met = neighbours.filter(({ kind, port }) => kind === 'containerssh' && port !== undefined);
  return !met.some(isItsFront) && met[0]?.port === subject.port;
}
export const AT_THE_FRONT = 'it is judged beside the SSH front';

type Service = Facts['containerssh.config-services']['services'][number];

/** What the file says of one service beside SSH. */
export const serviceNamed = (subject: Subject, key: RegExp): Service | undefined =>
  valueOf(subject.evidence['containerssh.config-services'])?.services.find((service) => key.test(service.key));

/** Whether another port of the host shows this page, and is judged by that. */
export const isSeenBeside = ({ subject, neighbours }: CheckContext, fact: FactName): boolean =>
  neighbours.some(({ kind, port, evidence }) => kind === 'containerssh' && port !== subject.port && evidence[fact]?.ok);

/** What the file says of a page that strangers need not see. */
export function judgeListening({ key, listen, onLoopback, tls, clientCa }: Service): Verdict {
  const exhibit = written('containerssh.config-services', `${key}.listen`, listen);
  if (onLoopback) return pass('it listens on a loopback address', exhibit);
  return tls && clientCa ? pass('it wants a client certificate', exhibit) : fail('it listens on the network', exhibit);
}

/** Why a page that is seen on the network and bound to loopback by the file leaves a question. */
export const contradicts = (page: string): string =>
  `${page} answers on the network, though its file binds it to a loopback address: the file is not what runs, or something passes it on`;

/** What the file says of the audit log, and the verdict where something in it cannot be known. */
export function readAudit({ enabled, format, storage }: Facts['containerssh.config-audit']) {
  const said = { 'audit.enable': enabled, 'audit.format': format, 'audit.storage': storage };
  return { shown: Object.entries(said).map(([key, setting]) => written('containerssh.config-audit', key, setting)), unclear: hidden(said) };
}
