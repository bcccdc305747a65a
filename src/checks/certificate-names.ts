/** A DNS name as certificates and people write it: any case, with or without the dot at the end. */
export const bareName = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** Whether a certificate with these names is one for this host; RFC 9525 section 6.3. */
export const isNamed = (names: readonly string[], host: string): boolean => names.some((name) => matches(bareName(name), bareName(host)));

/** A wildcard stands for one whole label, the leftmost. */
function matches(pattern: string, name: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === name;
  const dot = name.indexOf('.');
  return dot > 0 && name.slice(dot) === pattern.slice(1) && pattern.indexOf('.', 2) > 0;
}
