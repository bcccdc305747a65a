import writeFileAtomic from 'write-file-atomic';
import { UsageError } from './errors.js';

/** Writes a file so that it is whole or absent, also on interrupt. Throws a UsageError of one line that names the file. */
export async function writeWhole(path: string, chunks: string | Iterable<string>): Promise<void> {
  try {
    await writeFileAtomic(path, typeof chunks === 'string' ? chunks : [...chunks].join(''));
  } catch (error) {
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
