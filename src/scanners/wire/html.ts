/** What a page says about itself. Works on hostile text: every search is linear, every result is cut. */

const TITLE_MAX_CHARS = 200;
const TAG_MAX_CHARS = 500;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The text of the first <title>, entities decoded, white space collapsed; empty where there is none. */
export function titleOf(html: string): string {
  const lower = html.toLowerCase();
  const open = lower.search(/<title[\s>]/);
  if (open < 0) return '';
  const from = lower.indexOf('>', open) + 1;
  const to = lower.indexOf('</title', from);
  if (from === 0 || to < 0) return '';
  return decodeEntities(html.slice(from, Math.min(to, from + 4 * TITLE_MAX_CHARS)))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, TITLE_MAX_CHARS);
}

/** How many password fields the page shows. */
export function countPasswordFields(html: string): number {
  return tags(html, 'input').filter((tag) => attribute(tag, 'type').toLowerCase() === 'password').length;
}

/** The `href` of the page's first <link rel="icon">; empty where there is none. */
export function iconOf(html: string): string {
  const icon = tags(html, 'link').find((tag) => attribute(tag, 'rel').toLowerCase().split(/\s+/).includes('icon'));
  return icon ? attribute(icon, 'href') : '';
}

function tags(html: string, name: string): readonly string[] {
  const found: string[] = [];
  const lower = html.toLowerCase();
  let end = -1;
  for (let at = lower.indexOf(`<${name}`); at >= 0; at = lower.indexOf(`<${name}`, at + 1)) {
    // Looked for once, however many tags are left open before it.
    if (end < at) end = lower.indexOf('>', at);
    if (end < 0) break;
    if (end - at <= TAG_MAX_CHARS) found.push(html.slice(at, end));
  }
  return found;
}

function attribute(tag: string, name: string): string {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return decodeEntities(match?.[1] ?? match?.[2] ?? match?.[3] ?? '');
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
