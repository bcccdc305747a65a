import { randomBytes } from 'node:crypto';
import type { IClientOptions, MqttClient } from 'mqtt';
import { UsageError } from '../errors.js';
import type { Message } from './topics.js';

export interface Broker {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

export interface Credentials {
  readonly username?: string;
  readonly password?: string;
  /** PEM of the CA that signed the broker's certificate; the system's CAs where absent. */
  readonly ca?: string;
  /** How long the broker may be silent. */
  readonly deadlineMs?: number;
}

/** One open session with a broker. Everything rejects with a UsageError of one line that names MQTT and the broker. */
export interface Session {
  /** Keeps the messages at the broker; resolves when it has said that it did. */
  readonly keep: (messages: readonly Message[]) => Promise<void>;
  /** The topics under which it keeps something. Payloads are not looked at. */
  readonly kept: (filters: readonly string[]) => Promise<ReadonlySet<string>>;
}

const DEADLINE_MS = 10_000;
/** Retained messages that a broker hands over a little later than our own. */
const STRAGGLERS_MS = 300;
/** Acknowledgements that may be outstanding. */
const IN_FLIGHT = 100;

/** Understands `mqtt://host[:port]` and `mqtts://host[:port]`; throws a UsageError for everything else. */
export function parseBrokerUrl(text: string): Broker {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username || url?.password) {
    throw new UsageError(
      '--publish: leave user name and password out of the URL; POROSITY_MQTT_USERNAME and POROSITY_MQTT_PASSWORD carry them',
    );
  }
  if (!url || !['mqtt:', 'mqtts:'].includes(url.protocol) || url.hostname === '' || !['', '/'].includes(url.pathname)) {
    throw new UsageError(`--publish "${text}": must be mqtt://host:port or mqtts://host:port`);
  }
  const tls = url.protocol === 'mqtts:';
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || (tls ? 8883 : 1883), tls };
}

/** Opens a session, does the work and closes it, whatever happens. */
export async function withBroker<Result>(
  broker: Broker,
  credentials: Credentials,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const trouble = (why: string) => new UsageError(`MQTT broker ${broker.host}:${broker.port}: ${why}`);
  const deadlineMs = credentials.deadlineMs ?? DEADLINE_MS;
  const link = await connect(broker, credentials, deadlineMs).catch((error: unknown) => {
    throw trouble(reasonFor(error, deadlineMs));
  });
  const gone = new Promise<never>((_, reject) => {
    link.once('close', () => reject(trouble('it hung up')));
    link.on('error', (error) => reject(trouble(reasonFor(error, deadlineMs))));
  });
  // Nobody may be waiting when it hangs up after the work is done.
  gone.catch(() => {});
  const answered = async <Value>(asked: Promise<Value>, what: string): Promise<Value> => {
    let timer: NodeJS.Timeout | undefined;
    const silent = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(trouble(`it did not ${what} within ${deadlineMs / 1000} s`)), deadlineMs);
    });
    try {
      return await Promise.race([asked.catch((error: unknown) => Promise.reject(trouble(reasonFor(error, deadlineMs)))), gone, silent]);
    } finally {
      clearTimeout(timer);
    }
  };
  try {
    return await work({
      async keep(messages) {
        for (let start = 0; start < messages.length; start += IN_FLIGHT) {
          const sent = messages
            .slice(start, start + IN_FLIGHT)
            .map(({ topic, payload }) => link.publishAsync(topic, payload, { qos: 1, retain: true }));
          await answered(Promise.all(sent), 'take the messages');
        }
      },
      kept: (filters) => answered(keptTopics(link, filters), 'say what it keeps'),
    });
  } finally {
    link.end(true);
  }
}

async function connect(broker: Broker, credentials: Credentials, deadlineMs: number): Promise<MqttClient> {
  const options: IClientOptions = {
    protocol: broker.tls ? 'mqtts' : 'mqtt',
    host: broker.host,
    port: broker.port,
    username: credentials.username,
    password: credentials.password,
    ca: credentials.ca,
    clientId: `porosity${randomBytes(6).toString('hex')}`,
    connectTimeout: deadlineMs,
    reconnectPeriod: 0,
    clean: true,
  };
  try {
    // Only MQTT 5 says when it may not publish (section 3.4.2.1); 3.1.1 has to keep silent.
    return await openLink({ ...options, protocolVersion: 5 });
  } catch (error) {
    if (!REFUSED_PROTOCOL.includes(codeOf(error))) throw error;
    return openLink({ ...options, protocolVersion: 4 });
  }
}

async function openLink(options: IClientOptions): Promise<MqttClient> {
  const { connect: open } = await import('mqtt');
  const link = open(options);
  // Errors may come in twos, and one without a listener ends the process.
  link.on('error', () => {});
  return new Promise((resolve, reject) => {
    link.once('connect', () => resolve(link));
    link.once('error', reject);
    // A broker that hangs up is no error to the package.
    link.once('close', () => reject(new Error('it hung up')));
  }).catch((error: unknown) => {
    link.end(true);
    throw error;
  }) as Promise<MqttClient>;
}

/** Our own message comes after everything that was kept when we subscribed. */
async function keptTopics(link: MqttClient, filters: readonly string[]): Promise<ReadonlySet<string>> {
  const topics = new Set<string>();
  const marker = `porosity/${randomBytes(6).toString('hex')}/marker`;
  const marked = new Promise<void>((resolve) => {
    link.on('message', (topic, payload, { retain }) => {
      if (topic === marker) resolve();
      else if (retain && payload.length > 0) topics.add(topic);
    });
  });
  await link.subscribeAsync([...filters, marker], { qos: 1 });
  await link.publishAsync(marker, '.', { qos: 1 });
  await marked;
  await new Promise((resolve) => setTimeout(resolve, STRAGGLERS_MS));
  await link.unsubscribeAsync([...filters, marker]);
  return topics;
}

// MQTT 3.1.1 section 3.2.2.3, MQTT 5 section 3.2.2.2.
const REFUSED_PROTOCOL: readonly unknown[] = [1, 132];
const REFUSED_LOGIN: readonly unknown[] = [4, 5, 134, 135];

const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined);

function reasonFor(error: unknown, deadlineMs: number): string {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (REFUSED_LOGIN.includes(code)) {
    return /^Publish error/.test(message)
      ? 'this user may not publish there'
      : 'it refused the login: see POROSITY_MQTT_USERNAME and POROSITY_MQTT_PASSWORD';
  }
  if (code === 'ECONNREFUSED') return 'nothing listens there';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'the name has no address';
  if (/connack timeout/i.test(message)) return `it did not answer within ${deadlineMs / 1000} s`;
  if (typeof code === 'string' && /CERT|SELF_SIGNED|ISSUER|ALTNAME/.test(code))
    return `its certificate is not trusted (${code}); --publish-ca names its CA`;
  return message.split('\n')[0] || String(code);
}
