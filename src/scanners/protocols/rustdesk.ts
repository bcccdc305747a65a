import type { Evidence, Facts } from '../../model.js';
import { type AnyProtocolScanner, type Dial, observe } from '../scanner.js';
import { keyExchangeOf, type Message } from '../wire/rustdesk.js';
import { looksAtNatTest, looksAtRelay, looksAtSignal, natTestOf } from './rustdesk-looks.js';
import { firstTalk, NAT_TEST_PORT, RELAY_PORT, SIGNAL_PORT, type Talk, WEBSOCKET_PORTS } from './rustdesk-talk.js';

/** What the first words of a visit were answered: connections to the signal port are counted against us, 20 a minute. */
const heard = new WeakMap<Dial, Promise<Talk>>();

function talkTo(dial: Dial): Promise<Talk> {
  const before = heard.get(dial);
  if (before) return before;
  const talk = firstTalk(dial);
  heard.set(dial, talk);
  return talk;
}

/** Each port of a RustDesk server answers other questions: the facts of the others are not there, rather than failed. */
const rustdesk: AnyProtocolScanner = {
  protocol: 'rustdesk',
  usualPorts: [NAT_TEST_PORT, SIGNAL_PORT, RELAY_PORT, ...WEBSOCKET_PORTS],

  /** KeyExchange: two bytes of header, the tag of the message, 96 bytes in its first field. */
  greeting: (firstBytes) => firstBytes.subarray(0, 7).toString('hex') === '9501ca01620a60',

  identify: async (dial) => (await talkTo(dial)) !== undefined,

  async gather(dial): Promise<Evidence> {
    const seen = await observe(() => talkTo(dial));
    heard.delete(dial);
    if (!seen.ok) return { 'rustdesk.hello': seen };
    const talk = seen.value;
    return { 'rustdesk.hello': { ok: true, value: helloOf(talk) }, ...(await factsOf(dial, talk)) };
  },
};
export default rustdesk;

const helloOf = ({ asked, over, messages, help }: Talk): Facts['rustdesk.hello'] => ({
  asked,
  over,
  answers: help ? ['help'] : messages.map(({ name }) => name),
});

async function factsOf(dial: Dial, { asked, over, messages, help }: Talk): Promise<Evidence> {
  if (help) return { 'rustdesk.console': { ok: true, value: { open: true, saw: firstLine(help) } } };
  if (over === 'websocket') return {};
  const opening = messages.map(keyExchangeOf).find((exchange) => exchange !== undefined);
  if (opening) {
    const value = {
      signature: opening.signature.toString('base64'),
      publicKey: opening.publicKey.toString('base64'),
      plainAnswered: messages.some(({ name }) => name === 'HealthCheck'),
    };
    return { 'rustdesk.key-exchange': { ok: true, value }, ...(await looksAtSignal(dial, value)) };
  }
  // A console takes whatever is no command for its end: who answers a client is none.
  const noConsole = { ok: true, value: { open: false, saw: `answered ${asked} as it answers clients` } } as const;
  if (messages.some(({ name }) => name === 'HealthCheck')) return { 'rustdesk.console': noConsole, ...(await looksAtRelay(dial)) };
  return {
    'rustdesk.console': noConsole,
    'rustdesk.nat-test': await observe(() => natTestOf(messages[0] as Message)),
    ...(await looksAtNatTest(dial)),
  };
}

const firstLine = (text: string): string => text.split('\n')[0]!.slice(0, 80);
