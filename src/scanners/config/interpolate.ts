import type { Settings } from './settings.js';

const VARIABLE = /\$(?:(\$)|\{([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-?+])([^}]*))?\}|([A-Za-z_][A-Za-z0-9_]*))/g;

/** A longer text is left as it stands: the pattern looks for the end of every brace. */
const MAX_CHARACTERS = 8 * 1024;

/** Replaces `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:?error}` and `${NAME:+other}` as docker compose does. */
export function interpolate(text: string, variables: Settings): { readonly value: string; readonly unresolved?: string } {
  if (text.length > MAX_CHARACTERS) return { value: text, unresolved: `longer than ${MAX_CHARACTERS} characters` };
  const missing: string[] = [];
  const value = text.replace(
    VARIABLE,
    (_whole, dollar: string | undefined, braced: string | undefined, operator = '', word = '', bare?: string) => {
      if (dollar) return '$';
      const name = braced ?? bare ?? '';
      const found = variables.get(name)?.value;
      const isSet = operator.startsWith(':') ? found !== undefined && found !== '' : found !== undefined;
      if (operator.endsWith('+')) return isSet ? word : '';
      if (isSet) return found ?? '';
      if (operator.endsWith('-')) return word;
      missing.push(name);
      return '';
    },
  );
  return { value, ...(missing.length > 0 ? { unresolved: `${missing.join(', ')} is not set in a file` } : {}) };
}
