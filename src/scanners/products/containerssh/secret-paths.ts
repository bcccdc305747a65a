import { isSecret } from '../../../knowledge/containerssh.js';

const MAX_DEPTH = 12;
const MAX_PATHS = 30;
const PATH_CHARS = 120;

/** Where a configuration holds secrets, `docker.auth.password`; the values stay behind. */
export function secretsIn(config: object): readonly string[] {
  const paths: string[] = [];
  const walk = (value: unknown, path: readonly string[]) => {
    if (paths.length >= MAX_PATHS || path.length > MAX_DEPTH) return;
    if (typeof value === 'string' && isSecret(path.at(-1) ?? '', value)) paths.push(path.join('.').slice(0, PATH_CHARS));
    else if (Array.isArray(value)) for (const item of value) walk(item, path);
    else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
  };
  walk(config, []);
  return [...new Set(paths)];
}
