import { platform } from 'node:os';
import { startLab } from '../demo/lab.js';
import { audit } from './audit.js';
import type { Flags } from './flags.js';
import { type Io, say } from './io.js';

/** On Linux all of 127.0.0.0/8 is loopback: an address of its own keeps the lab's ports free of the machine's services. */
const labAddress = () => (platform() === 'linux' ? `127.20.18.${1 + (process.pid % 250)}` : '127.0.0.1');

/** `porosity demo`: a Hass.io-like host of 2018 on loopback, audited as any other. */
export async function demo(_words: readonly string[], flags: Flags, io: Io): Promise<number> {
  const lab = await startLab(labAddress());
  if (!flags.quiet) say(io, `A Hass.io host as it was in 2018, made of four small servers on ${lab.address}: nothing leaves this machine.`);
  try {
    return await audit([lab.address], { ...flags, ports: lab.ports.join(',') }, io);
  } finally {
    lab.stop();
  }
}
