import type { Facts } from '../../../model.js';
import { ByteReader } from '../../byte-reader.js';
import { list, object, parseJson, text } from '../../json.js';
import { type Dial, observe, ProbeError } from '../../scanner.js';

const QUESTION = JSON.stringify({ type: 'betterdesk-discover', version: 1 });
/** It is meant for the same network, where answers come within milliseconds. */
const ANSWER_MS = 1_000;

/** Asks as an app does that looks for servers on its network. */
export async function askLanDiscovery(dial: Dial): Promise<Facts['betterdesk-console.lan-discovery']> {
  const nothing = { askedBytes: QUESTION.length, bytes: 0, version: '', addresses: 0 };
  const heard = await observe(() => ask(dial));
  if (heard.ok) return heard.value;
  if (heard.failure.kind === 'refused') return { ...nothing, answer: 'closed' };
  if (heard.failure.kind === 'timeout') return { ...nothing, answer: 'silent' };
  throw new ProbeError(heard.failure.kind, heard.failure.detail);
}

async function ask(dial: Dial): Promise<Facts['betterdesk-console.lan-discovery']> {
  const socket = await dial({ deadlineMs: ANSWER_MS });
  try {
    socket.write(QUESTION);
    const answer = await new ByteReader(socket).some();
    const said = object(parseJson(answer));
    if (said['type'] !== 'betterdesk-announce') throw new ProbeError('protocol', 'the answer is no announcement of BetterDesk');
    const { version, addresses } = object(said['server']);
    return {
      answer: 'announced',
      askedBytes: QUESTION.length,
      bytes: answer.length,
      version: text(version),
      addresses: list(addresses).length,
    };
  } finally {
    socket.destroy();
  }
}
