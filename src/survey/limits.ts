import type { Dial, DialOptions } from '../scanners/scanner.js';

/** The same dial with a shorter deadline for looks that name none. */
export function withDeadline(dial: Dial, deadlineMs: number): Dial {
  const hurried = (options: DialOptions = {}) => dial({ deadlineMs, ...options });
  return Object.assign(hurried, {
    target: dial.target,
    port: dial.port,
    layer: dial.layer,
    modes: dial.modes,
    signal: dial.signal,
    serverName: dial.serverName,
    to: (port: number, layer: Dial['layer']) => {
      const other = dial.to(port, layer);
      return other && withDeadline(other, deadlineMs);
    },
  });
}
