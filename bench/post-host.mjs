// The post's host on real daemons: Dropbear on 22222, an anonymous Mosquitto, Samba with guest shares, and the page of
// Home Assistant 0.70. Run inside the bench's namespace with an address; prints `ready`, and ends with its standard input.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createHomeAssistant } from '../dist/src/demo/home-assistant-0.70.js';
import { POST_PORTS } from './network.mjs';

const address = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'porosity-bench-'));
chmodSync(folder, 0o755);
const write = (name, lines) => {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  return join(folder, name);
};

const smbFolders = ['private', 'lock', 'state', 'cache', 'pid', 'ncalrpc'];
for (const name of [...smbFolders, 'config']) mkdirSync(join(folder, name));
chmodSync(join(folder, 'config'), 0o777);
const smb = write('smb.conf', [
  '[global]',
  'netbios name = HASSIO',
  'server role = standalone',
  'map to guest = Bad User',
  `interfaces = ${address}/32`,
  'bind interfaces only = yes',
  'disable netbios = yes',
  'load printers = no',
  'smb ports = 139 445',
  ...['private dir', 'lock directory', 'state directory', 'cache directory', 'pid directory', 'ncalrpc dir'].map(
    (key) => `${key} = ${join(folder, key.split(' ')[0])}`,
  ),
  '[config]',
  `path = ${join(folder, 'config')}`,
  'guest ok = yes',
  'read only = no',
]);
const mosquitto = write('mosquitto.conf', [`listener 1883 ${address}`, 'allow_anonymous true']);
const key = join(folder, 'dropbear_rsa');
spawnSync('dropbearkey', ['-t', 'rsa', '-s', '2048', '-f', key]);

const daemons = [
  ['smbd', '-F', '-s', smb, '--no-process-group'],
  ['mosquitto', '-c', mosquitto],
  ['dropbear', '-F', '-E', '-r', key, '-p', `${address}:22222`],
].map(([program, ...args]) => spawn(program, args, { stdio: 'ignore', detached: true }));
const page = createHomeAssistant().listen(8123, address);

for (const port of POST_PORTS) while (!(await accepts(port))) await pause(50);
process.stdout.write('ready');
process.stdin.resume().once('end', () => {
  page.close();
  for (const { pid } of daemons) process.kill(-pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, address);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
