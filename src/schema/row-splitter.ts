const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [...Buffer.from('"\\[]{}')];
/** Stands where a row was taken out. */
export const TAKEN = 0;
const TAKEN_BYTES = Buffer.from(String(TAKEN));

/** No list has a longer name. */
const MAX_KEY = 64;

/**
 * Cuts a JSON document, as it comes, into the maps inside the outermost lists that are wanted, and the rest.
 * It only counts quotes and brackets: whether the pieces are JSON shows when they are parsed.
 */
export class RowSplitter {
  private depth = 0;
  private inString = false;
  private isEscaped = false;
  /** The last string at the outermost level: the name of the list that may follow. */
  private key: number[] = [];
  private list: string | undefined;
  private row: Buffer[] | undefined;
  private readonly others: Buffer[] = [];
  private othersBytes = 0;
  private rowBytes = 0;

  constructor(
    private readonly wanted: { readonly has: (list: string) => boolean },
    private readonly onList: (list: string) => void,
    private readonly onRow: (list: string, bytes: Buffer) => void,
  ) {}

  push(chunk: Buffer): void {
    const others: Buffer[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (this.inString) this.goOnInString(byte);
      else if (byte === QUOTE) {
        this.inString = true;
        if (this.depth === 1) this.key = [];
      } else if (byte === OPEN_MAP || byte === OPEN_LIST) {
        if (this.depth === 1 && byte === OPEN_LIST) this.openList();
        else if (this.depth === 2 && byte === OPEN_MAP && this.list !== undefined) {
          others.push(chunk.subarray(from, at), TAKEN_BYTES);
          this.row = [];
          from = at;
        }
        this.depth++;
      } else if (byte === CLOSE_MAP || byte === CLOSE_LIST) {
        this.depth--;
        if (this.depth === 2 && this.row) {
          this.closeRow(chunk.subarray(from, at + 1));
          from = at + 1;
        } else if (this.depth === 1) this.list = undefined;
      }
    }
    (this.row ?? others).push(chunk.subarray(from));
    if (this.row) this.rowBytes += chunk.length - from;
    // Copied: a few bytes must not hold the whole chunk.
    const copy = Buffer.concat(others);
    this.others.push(copy);
    this.othersBytes += copy.length;
  }

  /** How much is kept: the row that has begun, and everything that is no row. */
  get keptBytes(): number {
    return this.othersBytes + this.rowBytes;
  }

  /** What is left when the rows are taken out; a row that does not end stands where it began. */
  rest(): Buffer {
    const others = Buffer.concat(this.others);
    return this.row ? Buffer.concat([others.subarray(0, -TAKEN_BYTES.length), ...this.row]) : others;
  }

  private goOnInString(byte: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === BACKSLASH) this.isEscaped = true;
    else if (byte === QUOTE) this.inString = false;
    else if (this.depth === 1 && this.key.length <= MAX_KEY) this.key.push(byte);
  }

  private openList(): void {
    const list = Buffer.from(this.key).toString('latin1');
    if (!this.wanted.has(list)) return;
    this.list = list;
    this.onList(list);
  }

  private closeRow(end: Buffer): void {
    const bytes = this.row!.length > 0 ? Buffer.concat([...this.row!, end]) : end;
    this.row = undefined;
    this.rowBytes = 0;
    this.onRow(this.list!, bytes);
  }
}
