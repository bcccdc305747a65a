import type { Duplex } from 'node:stream';
import { ByteReader } from '../../byte-reader.js';
import { DEADLINE_MS, type Dial, ProbeError } from '../../scanner.js';
import { decodeFrameHeader, encodeSessionRequest, frame, FRAME_HEADER_BYTES } from '../../wire/smb/frame.js';

export const NETBIOS_SESSION_PORT = 139;

export interface ConnectionLimits {
  readonly deadlineMs?: number;
  readonly maxBytes?: number;
}

/** One connection that carries SMB messages of either generation, one request at a time. */
export class SmbConnection {
  readonly #stream: Duplex;
  readonly #reader: ByteReader;

  private constructor(stream: Duplex) {
    this.#stream = stream;
    this.#reader = new ByteReader(stream);
  }

  /** Dials; on port 139 the NetBIOS session is asked for first (RFC 1002 section 4.3.2). */
  static async open(dial: Dial, limits: ConnectionLimits = {}): Promise<SmbConnection> {
    const connection = new SmbConnection(await dial(limits));
    if (dial.port !== NETBIOS_SESSION_PORT) return connection;
    try {
      await connection.#requestSession();
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  send(message: Buffer): void {
    this.sendFramed(frame(message));
  }

  /** For a message that somebody else has put into its frame. */
  sendFramed(framed: Buffer): void {
    this.#stream.write(framed);
  }

  /** The next message; keep-alives are passed over. Gives up after `DEADLINE_MS`. */
  async receive(): Promise<Buffer> {
    const timer = setTimeout(() => this.#stream.destroy(new ProbeError('timeout', `no answer within ${DEADLINE_MS} ms`)), DEADLINE_MS);
    try {
      for (;;) {
        const { kind, length } = decodeFrameHeader(await this.#reader.take(FRAME_HEADER_BYTES));
        const bytes = await this.#reader.take(length);
        if (kind === 'refused')
          throw new ProbeError('refused', `the server refuses a session to this address (NetBIOS error 0x${bytes.toString('hex')})`);
        if (kind === 'message') return bytes;
      }
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    this.#stream.destroy();
  }

  async #requestSession(): Promise<void> {
    this.#stream.write(encodeSessionRequest());
    const { kind, length } = decodeFrameHeader(await this.#reader.take(FRAME_HEADER_BYTES));
    const bytes = await this.#reader.take(length);
    if (kind !== 'accepted') throw new ProbeError('refused', `the server refuses a NetBIOS session (${bytes.toString('hex')})`);
  }
}

/** Runs a talk on a connection of its own and closes it whatever happens. */
export async function converse<T>(dial: Dial, limits: ConnectionLimits, talk: (connection: SmbConnection) => Promise<T>): Promise<T> {
  const connection = await SmbConnection.open(dial, limits);
  try {
    return await talk(connection);
  } finally {
    connection.close();
  }
}
