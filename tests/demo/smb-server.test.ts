import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import type { Server } from 'node:net';
import { promisify } from 'node:util';
import { createSmbServer } from '../../src/demo/smb-server.js';
import scanner from '../../src/scanners/protocols/smb.js';
import { dialTo, listen } from '../support/dial-to.js';
import { may } from '../support/smb-facts.js';

let server: Server;
let port: number;
beforeAll(async () => {
  server = createSmbServer();
  port = await listen(server);
});
afterAll(() => void server.close());

test('looks like the Samba add-on of 2018', async () => {
  const facts = await scanner.gather(dialTo(port));
  expect(facts['smb.negotiate']).toMatchObject({
    ok: true,
    value: { dialects: ['2.0.2', '2.1', '3.0', '3.0.2', '3.1.1'], signing: { enabled: true, required: false }, smb1: true },
  });
  expect(facts['smb.names']).toMatchObject({
    ok: true,
    value: { netbiosComputer: 'HASSIO', workgroup: 'WORKGROUP', os: 'Windows 6.1', lanManager: 'Samba 4.7.3' },
  });
  expect(facts['smb.sessions']).toMatchObject({ ok: true, value: { nullSession: { outcome: 'accepted' }, guest: { outcome: 'guest' } } });
  expect(facts['smb.shares']).toMatchObject({
    ok: true,
    value: [
      { name: 'config', nullSession: may('yyyy'), guest: may('yyyy') },
      { name: 'share', nullSession: may('yyyn'), guest: may('yyyn') },
      { name: 'IPC$', comment: 'IPC Service (Samba HomeAssistant config share)' },
    ],
  });
  expect(facts['smb.second-opinion']).toEqual({ ok: true, value: { client: 'smb2', share: 'config', entries: 3 } });
});

test('keeps nothing that is written to it', async () => {
  const facts = await scanner.gather(dialTo(port, { modes: ['passive', 'active', 'intrusive'] }));
  expect(facts['smb.shares']).toMatchObject({
    ok: true,
    value: [{ name: 'config', guest: { write: false, writeFoundBy: 'file-created' } }, {}, {}],
  });
});

test('lists its shares to smbclient', async () => {
  const run = promisify(execFile)('smbclient', ['-L', '//127.0.0.1', '-p', String(port), '-N'], { timeout: 10_000 });
  const result = await run.catch((error: NodeJS.ErrnoException) => error);
  if ('code' in result && result.code === 'ENOENT') return console.log('skipped: smbclient is not installed');
  expect(result).toMatchObject({ stdout: expect.stringMatching(/config\s+Disk[\s\S]*share\s+Disk/) });
});
