import { printable } from './printable.js';

type Attributes = Readonly<Record<string, string | number | undefined>>;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string): string => text.replace(/[&<>]/g, (character) => ESCAPES[character]!);
const escapeValue = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);

/** Writes XML in pieces. Names are ours; values may be anybody's and come out printable and escaped. */
export class XmlWriter {
  private pieces: string[];
  private readonly path: string[] = [];
  /** Whether the last start tag still waits for its end: `/>`, or `>` and children. */
  private isTagOpen = false;

  constructor(doctype?: string) {
    this.pieces = ['<?xml version="1.0" encoding="UTF-8"?>', ...(doctype ? [`\n<!DOCTYPE ${doctype}>`] : [])];
  }

  /** Opens an element; close it again. Attributes without a value are left out. */
  open(name: string, attributes: Attributes = {}): this {
    this.startLine(name, attributes);
    this.path.push(name);
    this.isTagOpen = true;
    return this;
  }

  close(): this {
    const name = this.path.pop()!;
    this.pieces.push(this.isTagOpen ? '/>' : `\n${this.margin()}</${name}>`);
    this.isTagOpen = false;
    return this;
  }

  /** An element without children, with or without text; each line of the text is made printable. */
  leaf(name: string, attributes: Attributes = {}, lines: readonly string[] = []): this {
    this.startLine(name, attributes);
    this.pieces.push(lines.length > 0 ? `>${lines.map((line) => escapeText(printable(line))).join('\n')}</${name}>` : '/>');
    return this;
  }

  end(): this {
    this.pieces.push('\n');
    return this;
  }

  /** What has been written since the last call. */
  take(): string {
    const text = this.pieces.join('');
    this.pieces = [];
    return text;
  }

  private startLine(name: string, attributes: Attributes): void {
    if (this.isTagOpen) this.pieces.push('>');
    this.isTagOpen = false;
    this.pieces.push(`\n${this.margin()}<${name}`);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined) this.pieces.push(` ${key}="${escapeValue(printable(String(value)))}"`);
    }
  }

  private margin(): string {
    return '  '.repeat(this.path.length);
  }
}
