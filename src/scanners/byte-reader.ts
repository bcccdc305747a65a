import type { Duplex } from 'node:stream';
import { ProbeError } from '../errors.js';

/** Reads exact amounts from a stream; the stream's own byte limit and deadline end it. */
export class ByteReader {
  #buffered: Buffer = Buffer.alloc(0);
  #failure: Error | undefined;
  #wake: (() => void) | undefined;

  constructor(stream: Duplex) {
    stream.on('data', (chunk: Buffer) => {
      this.#buffered = this.#buffered.length ? Buffer.concat([this.#buffered, chunk]) : chunk;
      this.#wake?.();
    });
    const fail = (error: Error) => {
      this.#failure ??= error;
      this.#wake?.();
    };
    stream.once('error', fail);
    stream.once('end', () => fail(new ProbeError('reset', 'the peer hung up')));
    stream.once('close', () => fail(new ProbeError('reset', 'the peer hung up')));
  }

  /** The next `count` bytes. */
  async take(count: number): Promise<Buffer> {
    await this.#have(() => this.#buffered.length >= count);
    const taken = this.#buffered.subarray(0, count);
    this.#buffered = this.#buffered.subarray(count);
    return taken;
  }

  /** Everything up to and including `mark`, which must come within `maxBytes`. */
  async until(mark: string, maxBytes: number): Promise<Buffer> {
    await this.#have(() => this.#buffered.includes(mark) || this.#buffered.length > maxBytes);
    const at = this.#buffered.indexOf(mark);
    if (at < 0) throw new ProbeError('limit', `no end within ${maxBytes} bytes`);
    return this.take(at + mark.length);
  }

  /** Whatever comes first, at least one byte. */
  async some(): Promise<Buffer> {
    await this.#have(() => this.#buffered.length > 0);
    return this.take(this.#buffered.length);
  }

  async #have(enough: () => boolean): Promise<void> {
    while (!enough()) {
      if (this.#failure) throw this.#failure;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
