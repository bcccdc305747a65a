import type { Evidence, SubjectKind, SurveyedFiles } from '../../model.js';
import { type ConfigFolder, observe } from '../scanner.js';
import containerssh from './containerssh/index.js';
import betterdeskConsole from './betterdesk/console.js';
import betterdesk from './betterdesk/server.js';
import { openFolder } from './folder.js';
import beszelAgent from './beszel/agent.js';
import beszelHub from './beszel/hub.js';
import { readHost } from './host.js';
import homeAssistant from './home-assistant/index.js';
import mosquitto from './mosquitto.js';
import rustdesk from './rustdesk.js';
import samba from './samba.js';
import sshd from './sshd.js';
import tls from './tls.js';
import webssh from './webssh/index.js';

interface Reader {
  readonly kind: SubjectKind;
  read(folder: ConfigFolder): Promise<Evidence | undefined>;
}

/** Every kind of configuration that porosity reads. A scanner finds its own files and answers nothing where there are none. */
const fileScanners: readonly Reader[] = [
  beszelAgent,
  beszelHub,
  containerssh,
  homeAssistant,
  mosquitto,
  betterdesk,
  betterdeskConsole,
  rustdesk,
  samba,
  sshd,
  tls,
  webssh,
];

/**
 * What the files under a path say, by the kind of subject they belong to, and for the host what was found at all. Parts
 * that cannot be read are failed observations; a path that does not exist is a UsageError.
 */
export async function readConfiguration(path: string): Promise<readonly SurveyedFiles[]> {
  const folder = openFolder(path);
  const read: SurveyedFiles[] = [];
  const unread: string[] = [];
  for (const scanner of fileScanners) {
    const facts = await observe(() => scanner.read(folder));
    if (!facts.ok) unread.push(facts.failure.detail);
    else if (facts.value) read.push({ kind: scanner.kind, path, facts: facts.value });
  }
  const kinds = read.map(({ kind }) => kind);
  return [...read, { kind: 'host', path, facts: await readHost(folder, kinds, unread) }];
}
