import { UsageError } from '../errors.js';
import { readText } from '../files.js';
import { type Broker, type Credentials, parseBrokerUrl, publish, unpublish } from '../publish.js';
import type { GateOptions } from '../policy.js';
import type { Report } from '../model.js';
import { expandLists, planTargets } from '../targets.js';
import type { Flags } from './flags.js';
import { type Io, readInput, say } from './io.js';

const MAX_CA_BYTES = 1024 * 1024;

/** Where Home Assistant listens, and how we get in. */
export interface Publishing {
  readonly broker: Broker;
  readonly credentials: Credentials;
}

/** Checked before the first packet; undefined where nothing is to be published. Secrets come from the environment alone. */
export async function publishingOf(flags: Flags, { env }: Pick<Io, 'env'>): Promise<Publishing | undefined> {
  if (flags.publish === undefined) {
    if (flags.unpublish) throw new UsageError('--unpublish: name the broker with --publish');
    return undefined;
  }
  const broker = parseBrokerUrl(flags.publish);
  const ca = flags.publishCa === undefined ? undefined : await readText(flags.publishCa, { what: '--publish-ca', maxBytes: MAX_CA_BYTES });
  return { broker, credentials: { username: env.POROSITY_MQTT_USERNAME, password: env.POROSITY_MQTT_PASSWORD, ca } };
}

/** Tells Home Assistant what was found. */
export const publishReport = ({ broker, credentials }: Publishing, report: Report, gate: GateOptions) =>
  publish(report, broker, credentials, gate);

/** `--unpublish`: looks at nobody; the entities of the targets go, or all of ours where none is named. */
export async function takeAway({ broker, credentials }: Publishing, words: readonly string[], flags: Flags, io: Io): Promise<void> {
  const texts = await expandLists(words, () => readInput(io));
  const plan = await planTargets(texts, { exclude: flags.exclude ?? [], allowPublic: true });
  const targets = [...plan.targets, ...plan.unresolved.map(({ name }) => ({ name, address: '' }))];
  if (words.length > 0 && targets.length === 0) throw new UsageError('no target left: everything named is excluded');
  const count = await unpublish(broker, credentials, targets);
  if (!flags.quiet) say(io, `${count} ${count === 1 ? 'device' : 'devices'} taken away from Home Assistant`);
}
