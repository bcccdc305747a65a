import { createHash, randomBytes } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { ByteReader } from './byte-reader.js';
import { type Dial, type DialOptions, failureOf, ProbeError } from './scanner.js';
import {
  encodeKexInit,
  FieldReader,
  type Identification,
  type KexInit,
  message,
  parseIdentification,
  parseKexInit,
  string,
  uint32,
} from './wire/ssh.js';
import { type HostKey, parseHostKey, verifiableAlgorithms } from './wire/ssh-host-key.js';
import { groupExchanges, type HashName, keyExchange, smallestModulusBits, supportedKeyExchanges } from './wire/ssh-kex.js';
import { canProtect, deriveKeys, negotiate } from './wire/ssh-negotiation.js';
import { openerFor, openPlain, sealerFor, sealPlain, toClient, toServer } from './wire/ssh-packets.js';

/*
 * An SSH client that only goes as far as a look needs: identification, KEXINIT, a host key that is proven by its signature,
 * and the
 * answer to a login request. It keeps no secret, signs nothing, runs no command and opens no channel.
 */

/** Without a version: some agents answer by it (dossier of Beszel, section 2.2). */
const OUR_IDENTIFICATION = 'SSH-2.0-porosity';
/** RFC 4253 section 4.2 says 255; longer lines are still read, so that they can be shown. */
const LINE_MAX_BYTES = 1024;
/** Lines that a server may send before its identification. */
const LINES_MAX = 50;
/** RFC 4253 section 11.1: SSH_DISCONNECT_BY_APPLICATION. */
const BY_APPLICATION = 11;

export interface LoginAnswer {
  readonly methods: readonly string[];
  /** True where the request itself opened the session. */
  readonly accepted: boolean;
  /** SSH_MSG_USERAUTH_BANNER, empty when none came. */
  readonly banner: string;
}

interface Offer {
  readonly payload: Buffer;
  readonly lists: KexInit;
}
interface Session {
  readonly chosen: KexInit;
  readonly hash: HashName;
  readonly secret: Buffer;
  readonly exchangeHash: Buffer;
}

export class SshClient {
  #sent = 0;
  #received = 0;
  #seal = sealPlain;
  #open = openPlain;
  #offer: Offer | undefined;
  #session: Session | undefined;
  #encrypted = false;

  private constructor(
    private readonly socket: Duplex,
    private readonly reader: ByteReader,
    readonly identification: Identification,
  ) {}

  /** Dials and reads the identification line. */
  static async connect(dial: Dial, options: DialOptions = {}): Promise<SshClient> {
    const socket = await dial(options);
    try {
      const reader = new ByteReader(socket);
      socket.write(`${OUR_IDENTIFICATION}\r\n`);
      return new SshClient(socket, reader, await readIdentification(reader));
    } catch (error) {
      socket.destroy();
      throw error;
    }
  }

  /** What the server offers; asked once, before anything else. */
  async readOffer(): Promise<KexInit> {
    // 1.99 means both (RFC 4253 section 5.1).
    if (/^SSH-1\.(?!99)/.test(this.identification.raw)) throw new ProbeError('unsupported', 'it speaks SSH protocol 1 only');
    const payload = await this.#next();
    this.#offer = { payload, lists: parseKexInit(payload) };
    return this.#offer.lists;
  }

  /** Exchanges keys and gives the host key of this type, once its holder has signed this very exchange. */
  async proveHostKey(keyType: string): Promise<HostKey> {
    const offer = this.#offer!;
    const chosen = negotiate(offer.lists, supportedKeyExchanges, verifiableAlgorithms(keyType, offer.lists.serverHostKey));
    const [algorithm, method] = [chosen.serverHostKey[0]!, keyExchange(chosen.kex[0]!)!];
    const ourKexInit = this.#sendKexInit(chosen);
    const { hostKey: blob, signature, hashed, secret } = await method.perform((payload) => this.#ask(payload));
    const hostKey = parseHostKey(blob);
    // RFC 4253 section 8, RFC 5656 section 4.
    const exchangeHash = createHash(method.hash)
      .update(string(OUR_IDENTIFICATION))
      .update(string(Buffer.from(this.identification.raw, 'latin1')))
      .update(string(ourKexInit))
      .update(string(offer.payload))
      .update(string(blob))
      .update(hashed)
      .update(secret)
      .digest();
    if (hostKey.type !== keyType) throw new ProbeError('protocol', `it presented ${hostKey.type} instead of ${keyType}`);
    if (!hostKey.signed(exchangeHash, signature, algorithm)) throw new ProbeError('protocol', `its ${algorithm} signature is wrong`);
    this.#session = { chosen, hash: method.hash, secret, exchangeHash };
    return hostKey;
  }

  /** The smallest modulus that group exchange still gives (RFC 4419); ends the usefulness of this connection. */
  async smallestModulusBits(): Promise<number> {
    const { lists } = this.#offer!;
    this.#sendKexInit(negotiate(lists, groupExchanges, lists.serverHostKey));
    return smallestModulusBits((payload) => this.#ask(payload));
  }

  /** After `proveHostKey`: asks to be let in without any credential (RFC 4252 section 5.2). */
  async requestNone(userName: string): Promise<LoginAnswer> {
    const { answer, banner } = await this.#requestLogin(userName, string('none'));
    if (answer[0] === message.userauthSuccess) return { methods: [], accepted: true, banner };
    expectNumber(answer, message.userauthFailure);
    return { methods: new FieldReader(answer.subarray(1)).nameList(), accepted: false, banner };
  }

  /** After `proveHostKey`: whether a signature by this key would be accepted (RFC 4252 section 7). Nothing is signed. */
  async wouldAcceptKey(userName: string, algorithm: string, publicKey: Buffer): Promise<boolean> {
    const query = Buffer.concat([string('publickey'), Buffer.from([0]), string(algorithm), string(publicKey)]);
    const { answer } = await this.#requestLogin(userName, query);
    if (answer[0] === message.userauthPkOk) return true;
    expectNumber(answer, message.userauthFailure);
    return false;
  }

  /** Says that we leave, so that the server's log does not show a broken connection. */
  close(): void {
    const goodbye = Buffer.concat([Buffer.from([message.disconnect]), uint32(BY_APPLICATION), string('done'), string('')]);
    if (this.socket.writable) this.socket.end(this.#seal(this.#sent, goodbye), () => this.socket.destroy());
    else this.socket.destroy();
  }

  #sendKexInit(lists: KexInit): Buffer {
    const payload = encodeKexInit(lists, randomBytes(16));
    this.#send(payload);
    return payload;
  }

  async #requestLogin(userName: string, method: Buffer): Promise<{ readonly answer: Buffer; readonly banner: string }> {
    if (!this.#encrypted) await this.#startEncryption(this.#session!);
    let answer = await this.#ask(Buffer.concat([withString(message.userauthRequest, userName), string('ssh-connection'), method]));
    let banner = '';
    while (answer[0] === message.userauthBanner) {
      banner += new FieldReader(answer.subarray(1)).text();
      answer = await this.#next();
    }
    return { answer, banner };
  }

  async #startEncryption({ chosen, hash, secret, exchangeHash }: Session): Promise<void> {
    const up = { cipher: chosen.ciphersToServer[0]!, mac: chosen.macsToServer[0]! };
    const down = { cipher: chosen.ciphersToClient[0]!, mac: chosen.macsToClient[0]! };
    for (const { cipher, mac } of [up, down]) {
      if (!canProtect(cipher, mac)) throw new ProbeError('unsupported', `${cipher} with ${mac} cannot be spoken here`);
    }
    this.#send(Buffer.from([message.newKeys]));
    expectNumber(await this.#next(), message.newKeys);
    const derive = deriveKeys(hash, secret, exchangeHash);
    this.#seal = sealerFor(up.cipher, up.mac, toServer, derive);
    this.#open = openerFor(down.cipher, down.mac, toClient, derive);
    this.#encrypted = true;
    expectNumber(await this.#ask(withString(message.serviceRequest, 'ssh-userauth')), message.serviceAccept);
  }

  #send(payload: Buffer): void {
    this.socket.write(this.#seal(this.#sent++, payload));
  }

  #ask(payload: Buffer): Promise<Buffer> {
    this.#send(payload);
    return this.#next();
  }

  /** The next message that answers something. The byte limit and the deadline of the dial end the waiting. */
  async #next(): Promise<Buffer> {
    for (;;) {
      const payload = await this.#open(this.#received++, (count) => this.reader.take(count));
      if (payload[0] === message.disconnect) throw disconnected(payload);
      if (!PASSING.has(payload[0]!)) return payload;
    }
  }
}

const PASSING: ReadonlySet<number> = new Set([message.ignore, message.debug, message.extInfo]);

async function readIdentification(reader: ByteReader): Promise<Identification> {
  const before: string[] = [];
  while (before.length < LINES_MAX) {
    const line = await reader.until('\n', LINE_MAX_BYTES).catch((error: unknown) => {
      throw turnedAway(error, before);
    });
    // RFC 4253 section 4.2 allows US-ASCII; latin1 keeps whatever came, byte for byte.
    const text = line.toString('latin1').replace(/\r?\n$/, '');
    if (text === OUR_IDENTIFICATION) throw new ProbeError('protocol', 'it sends back what it is sent');
    const identification = parseIdentification(text);
    if (identification) return identification;
    before.push(text);
  }
  throw new ProbeError('limit', `no identification line within ${LINES_MAX} lines`);
}

/** OpenSSH says `Exceeded MaxStartups` or `Not allowed at this time`; Dropbear and older ones just hang up. */
function turnedAway(error: unknown, said: readonly string[]): unknown {
  if (failureOf(error).kind !== 'reset') return error;
  const words = said.join(' ').trim().slice(0, 100);
  return new ProbeError('refused', words ? `turned away: ${words}` : 'hung up before its identification line');
}

function disconnected(payload: Buffer): ProbeError {
  const fields = new FieldReader(payload.subarray(1));
  const reason = fields.uint32();
  return new ProbeError('reset', `disconnected (reason ${reason}): ${fields.text().slice(0, 100)}`);
}

const withString = (number: number, text: string): Buffer => Buffer.concat([Buffer.from([number]), string(text)]);

function expectNumber(payload: Buffer, expected: number): void {
  if (payload[0] !== expected) throw new ProbeError('protocol', `message ${payload[0]} instead of ${expected}`);
}
