import { readFileSync } from 'node:fs';

const read = (file: string): unknown => JSON.parse(readFileSync(`fixtures/transcripts/${file}`, 'utf8'));
const base64 = (text: string) => Buffer.from(text, 'base64');

/** What servers said first: identification and KEXINIT. */
export const sshGreetings = (): Buffer[] =>
  (read('ssh/first-bytes.json') as { received: string }[]).map(({ received }) => base64(received));

/** What OpenSSL said to one ClientHello. */
export const tlsFlights = (): Buffer[] =>
  (read('tls/openssl-3.0.19.json') as { answers: { received: string }[] }).answers.map(({ received }) => base64(received));

/** What Mosquitto said to CONNECT and then to SUBSCRIBE. */
export const mqttAnswers = (): Buffer[][] =>
  (read('mosquitto/2.0.11-tcp.json') as { answers: { received: string[] }[] }).answers.map(({ received }) => received.map(base64));

/** What Mosquitto said to an upgrade and to the CONNECT inside it. */
export function webSocketAnswers(): Buffer[] {
  const { states } = read('mosquitto/2.0.11-websocket.json') as { states: Record<string, Record<string, string>> };
  return Object.values(states).flatMap((state) => Object.values(state).map(base64));
}

/** Samba: for each connection, its bytes after each request. */
export const smbConnections = (state: string): Buffer[][] =>
  (read(`smb/samba-4.17.12-${state}.json`) as { connections: string[][] }).connections.map((answers) =>
    answers.map((hex) => Buffer.from(hex, 'hex')),
  );

/** The messages in recorded bytes, without their frames. */
export function smbMessages(bytes: Buffer): Buffer[] {
  const messages: Buffer[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4 + bytes.readUIntBE(at + 1, 3))
    messages.push(bytes.subarray(at + 4, at + 4 + bytes.readUIntBE(at + 1, 3)));
  return messages;
}

interface HttpAnswer {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body?: string;
}

/** Whole answers of Home Assistant, as they stood on the wire. */
export function httpAnswers(state: string): Buffer[] {
  const { exchanges } = read(`home-assistant/${state}.json`) as { exchanges: { answer: HttpAnswer }[] };
  return exchanges.map(({ answer: { status, headers, body = '' } }) => {
    const length = headers.some((line) => /^content-length:/i.test(line)) ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
    return Buffer.from([`HTTP/1.1 ${status} Recorded`, ...headers, ...length, '', body].join('\r\n'));
  });
}
