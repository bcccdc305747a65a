/*
 * Excerpts, locations and headers are kept for the marks of systems, and surveys are mailed around: what looks like
 * somebody's key is taken out before.
 */

/** `token: "…"`, `password=…`, `"api_key":"…"`; plain values such as `true` say no secret. */
const NAMED =
  /((?:pass(?:word|wd|phrase)|secret|token|api[-_]?key|authorization|session[-_]?id|credentials?)["']?\s*[:=]\s*["']?)(?!true\b|false\b|null\b)([^\s"'<>&;,]{4,})/gi;
/** RFC 7519 section 3. */
const WEB_TOKEN = /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g;
/** Nobody writes 32 letters and digits in a row by hand. */
const RANDOM = /\b(?=[A-Za-z_]*\d)(?=[\d_]*[A-Za-z])\w{32,}\b/g;
const SECRET_HEADER = /token|secret|authorization|api-?key|session|password/i;

/** The text with its secrets blanked. */
export const withoutSecrets = (text: string): string => text.replace(NAMED, '$1…').replace(WEB_TOKEN, '…').replace(RANDOM, '…');

/** The value of a header that may be kept. */
export const headerWithoutSecrets = (name: string, value: string): string => (SECRET_HEADER.test(name) ? '…' : withoutSecrets(value));
