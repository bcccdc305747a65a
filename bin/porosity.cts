#!/usr/bin/env node
// CommonJS, because start-up is a feature: Node loads its ESM machinery only for what is imported below, and the version
// needs none of it.
import fs = require('node:fs');
import path = require('node:path');

if (process.argv.length === 3 && ['-V', '--version'].includes(process.argv[2]!)) {
  const { version } = JSON.parse(fs.readFileSync(path.join(__dirname, '../../package.json'), 'utf8')) as { version: string };
  process.stdout.write(`${version}\n`);
} else {
  void import('../src/main.js').then(({ main }) => main());
}
