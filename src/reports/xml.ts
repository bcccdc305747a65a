import { createCB } from 'xmlbuilder2';
import { printable } from './printable.js';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Writes XML in pieces. Names are ours; values may be anybody's and come out printable and escaped. */
export class XmlWriter {
  private pieces: string[] = [];
  private readonly document = createCB({ data: (piece: string) => void this.pieces.push(piece), prettyPrint: true });

  constructor(doctype?: string) {
    this.document.dec({ version: '1.0', encoding: 'UTF-8' });
    if (doctype) this.document.dtd({ name: doctype });
  }

  /** Opens an element; close it again. Attributes without a value are left out. */
  open(name: string, attributes: Attributes = {}): this {
    const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
    this.document.ele(name, Object.fromEntries(given.map(([key, value]) => [key, printable(String(value))])));
    return this;
  }

  close(): this {
    this.document.up();
    return this;
  }

  /** An element without children, with or without text; each line of the text is made printable. */
  leaf(name: string, attributes: Attributes = {}, lines: readonly string[] = []): this {
    this.open(name, attributes);
    if (lines.length > 0) this.document.txt(lines.map((line) => printable(line)).join('\n'));
    return this.close();
  }

  end(): this {
    this.document.end();
    this.pieces.push('\n');
    return this;
  }

  /** What has been written since the last call. */
  take(): string {
    const text = this.pieces.join('');
    this.pieces = [];
    return text;
  }
}
