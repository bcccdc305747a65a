import { z } from 'zod';
import { UsageError } from '../errors.js';
import { type Folded, unfold } from '../folded.js';
import type { SurveyedTarget } from '../model.js';
import { complaintOf } from '../policy/issue.js';
import { Pool } from './pool.js';
import { RowSplitter, TAKEN } from './row-splitter.js';

const SCHEMA_VERSION = 1;
/** One row and everything that is no row: far more than there ever is, and less than a string holds. */
const MAX_PIECE_BYTES = 256 * 1024 * 1024;

/**
 * Reads a survey or a report row by row, as it comes: neither its text nor what JSON.parse makes of it is ever there as
 * a whole. Throws UsageErrors of one line that begin with `name`.
 */
export class Reading {
  private readonly rowSchemas: ReadonlyMap<string, z.ZodType>;
  private readonly lists = new Map<string, unknown[]>();
  private readonly splitter: RowSplitter;
  private readonly pool = new Pool();
  /** What is wrong with the first row that is. It is said only of a document that is the right one as a whole. */
  private complaint: UsageError | undefined;

  constructor(
    private readonly schema: z.ZodObject,
    private readonly kind: 'survey' | 'report',
    private readonly name: string,
  ) {
    this.rowSchemas = rowSchemasOf(schema);
    this.splitter = new RowSplitter(
      this.rowSchemas,
      (list) => this.lists.set(list, []),
      (list, bytes) => this.addRow(list, bytes),
    );
  }

  push(chunk: Buffer): this {
    this.splitter.push(chunk);
    if (this.splitter.keptBytes > MAX_PIECE_BYTES) throw new UsageError(`${this.name}: holds a value that is longer than 256 MiB`);
    return this;
  }

  /** The whole document, every target by itself. */
  end(): unknown {
    const data = this.parseRest();
    for (const list of this.rowSchemas.keys()) this.emptyList(data, list);
    const result = this.schema.safeParse(data);
    if (!result.success) throw this.invalid(complaintOf(result.error.issues[0]!, data, () => []).text);
    if (this.complaint) throw this.complaint;
    const whole: Record<string, unknown> = { ...result.data, ...Object.fromEntries(this.lists) };
    const targets = unfold(whole.targets as readonly Folded<SurveyedTarget>[], (index, why) => {
      throw this.invalid(`targets[${index}].through ${why}`);
    });
    return { ...whole, targets };
  }

  private addRow(list: string, bytes: Buffer): void {
    if (this.complaint) return;
    const rows = this.lists.get(list)!;
    const row = this.checkedRow(list, rows.length, this.parse(bytes));
    rows.push(typeof row === 'object' && row !== null ? this.pool.shareMembers(row) : row);
  }

  private checkedRow(list: string, index: number, row: unknown): unknown {
    const result = this.rowSchemas.get(list)!.safeParse(row);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    const at = { ...issue!, path: [list, index, ...issue!.path] };
    this.complaint ??= this.invalid(complaintOf(at, { [list]: { [index]: row } }, () => []).text);
    return undefined;
  }

  /** What stands in a list beside the rows that were taken out is none. */
  private emptyList(data: Record<string, unknown>, list: string): void {
    const [entries, rows] = [data[list], this.lists.get(list)];
    if (!Array.isArray(entries) || !rows) return;
    const stranger = entries.findIndex((entry) => entry !== TAKEN);
    if (stranger >= 0) this.checkedRow(list, stranger, entries[stranger]);
    else if (rows.length < entries.length) this.checkedRow(list, rows.length, TAKEN);
    data[list] = [];
  }

  private parse(bytes: Buffer): unknown {
    try {
      return JSON.parse(this.decode(bytes));
    } catch (error) {
      this.complaint ??= error instanceof UsageError ? error : new UsageError(`${this.name}: is not JSON`);
      return undefined;
    }
  }

  private parseRest(): Record<string, unknown> {
    const words = this.decode(this.splitter.rest())
      .replace(/^\uFEFF/, '')
      .trim();
    if (words === '') throw new UsageError(`${this.name}: is empty`);
    const data = this.parseWords(words);
    const { schemaVersion, kind: found } = data;
    if (typeof schemaVersion === 'number' && schemaVersion > SCHEMA_VERSION) {
      throw new UsageError(
        `${this.name}: written by a newer porosity (schemaVersion ${schemaVersion}, this one reads ${SCHEMA_VERSION}); update porosity to read it`,
      );
    }
    if (schemaVersion !== SCHEMA_VERSION || found !== this.kind) {
      throw new UsageError(
        `${this.name}: is ${found === 'survey' || found === 'report' ? `a ${found}, not` : 'not'} a porosity ${this.kind}`,
      );
    }
    return data;
  }

  private parseWords(words: string): Record<string, unknown> {
    try {
      const data: unknown = JSON.parse(words);
      return (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
    } catch (error) {
      throw new UsageError(`${this.name}: ${isCutOff(words, String(error)) ? 'ends in the middle: it was cut off' : 'is not JSON'}`);
    }
  }

  private decode(bytes: Buffer): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new UsageError(`${this.name}: is not UTF-8 text`);
    }
  }

  private invalid(why: string): UsageError {
    return new UsageError(`${this.name}: is not a valid ${this.kind}: ${why}`);
  }
}

/** What the rows of each outermost list look like. */
function rowSchemasOf(schema: z.ZodObject): ReadonlyMap<string, z.ZodType> {
  return new Map(
    Object.entries(schema.shape).flatMap(([key, type]): [string, z.ZodType][] => {
      const inner = type instanceof z.ZodOptional ? type.unwrap() : type;
      return inner instanceof z.ZodArray ? [[key, inner.element as z.ZodType]] : [];
    }),
  );
}

/** V8 says where it stumbled: at the end of the text, or over a string that has none. */
function isCutOff(words: string, complaint: string): boolean {
  const [, position] = /at position (\d+)/.exec(complaint) ?? [];
  return /^[[{]/.test(words) && (/end of JSON input|Unterminated string/.test(complaint) || Number(position) >= words.length);
}
