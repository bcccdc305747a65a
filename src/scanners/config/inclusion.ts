import { ProbeError } from '../../errors.js';
import type { ConfigFile } from '../scanner.js';

const MAX_FILES = 100;

/** Keeps files that include each other from turning in circles, and from being too many. */
export class Inclusion {
  private readonly open = new Set<string>();
  private left = MAX_FILES;

  /** Reads a file, unless it is being read already or is one too many: that is a ProbeError which names it. */
  async enter<T>(file: ConfigFile, read: () => Promise<T>): Promise<T> {
    if (this.open.has(file.path)) throw new ProbeError('protocol', `${file.path}: includes itself`);
    if (--this.left < 0) throw new ProbeError('limit', `${file.path}: more than ${MAX_FILES} included files`);
    this.open.add(file.path);
    try {
      return await read();
    } finally {
      this.open.delete(file.path);
    }
  }
}
