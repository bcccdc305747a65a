#!/usr/bin/env node
import { toolVersion } from '../src/version.js';

// Start-up is a feature: the version needs nothing else.
if (process.argv.length === 3 && ['-V', '--version'].includes(process.argv[2]!)) {
  process.stdout.write(`${toolVersion()}\n`);
} else {
  const { main } = await import('../src/main.js');
  await main();
}
