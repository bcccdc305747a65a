import type { Evidence } from '../../model.js';
import { type ConfigFolder, observe } from '../scanner.js';
import { readCaddy } from './caddy.js';
import { readCompose } from './compose.js';
import { readNginx } from './nginx.js';
import { readUnits } from './systemd.js';

const MAX_LISTED = 50;
/** Files that some kind of configuration is known by: one that cannot be read is a question left open. */
const KNOWN_NAME =
  /(?:^|\/)(?:configuration\.ya?ml|config\.ya?ml|(?:docker-)?compose[^/]*\.ya?ml|smb\.conf|sshd_config|mosquitto[^/]*\.conf|nginx\.conf|Caddyfile|[^/]*\.env)$/;
const SHARED = [
  ['services', readCompose],
  ['units', readUnits],
  ['proxies', readNginx],
  ['proxies', readCaddy],
] as const;

/** What was found in the folder as a whole: `kinds` had files of their own, `failures` are of readers that gave up. */
export async function readHost(folder: ConfigFolder, kinds: readonly string[], failures: readonly string[]): Promise<Evidence> {
  return {
    'host.config-read': await observe(async () => {
      const found = new Set(kinds);
      const problems = folder.files.filter(({ path, problem }) => problem !== '' && KNOWN_NAME.test(path)).map(({ problem }) => problem);
      const unread = [...problems, ...failures];
      for (const [name, read] of SHARED) {
        const answer = await read(folder);
        if (answer.found.length > 0) found.add(name);
        unread.push(...answer.unread);
      }
      if (folder.cut !== '') unread.push(folder.cut);
      return { files: folder.files.length, kinds: [...found], unread: [...new Set(unread)].slice(0, MAX_LISTED) };
    }),
  };
}
