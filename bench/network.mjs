// Hosts of the bench's own, in a network namespace behind a veth pair. Needs root.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const OPEN_PORTS = [22, 139, 445, 1883, 8123, 22222, 31337, 50123];
export const HOST = '10.77.33.2';
/** The post's host, on real daemons; see `post-host.mjs`. */
export const POST_HOST = '10.77.33.3';
export const POST_PORTS = [139, 445, 1883, 8123, 22222];
export const BLOCK = '10.77.34.0/24';
/** Every second address of the block is a host, with one open port. */
export const LIVING = Array.from({ length: 127 }, (_, index) => `10.77.34.${2 * index + 2}`);
export const LIVING_PORT = 80;
const NAMESPACE = 'porosity-bench';
const NEAR = 'pbench0';

const SERVER = `
  const net = require('node:net');
  const greet = (socket) => socket.on('error', () => {}).end('hi\\r\\n');
  const doors = ${JSON.stringify(OPEN_PORTS)}.map((port) => [port, '${HOST}']);
  for (const address of ${JSON.stringify(LIVING)}) doors.push([${LIVING_PORT}, address]);
  let left = doors.length;
  for (const [port, address] of doors) net.createServer(greet).listen(port, address, 4096, () => --left || process.stdout.write('ready'));`;

function sh(argv, input) {
  const { status, stderr } = spawnSync(argv[0], argv.slice(1), { encoding: 'utf8', input });
  if (status !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`);
}
const inside = (...argv) => ['ip', 'netns', 'exec', NAMESPACE, ...argv];

/** Goes on in a network without a way out: nothing that a contender sends can leave this machine. */
export function enterOwnNetwork() {
  if (process.env.POROSITY_BENCH_NETWORK === 'own') return;
  const env = { ...process.env, POROSITY_BENCH_NETWORK: 'own' };
  const { status } = spawnSync('unshare', ['--net', process.execPath, ...process.argv.slice(1)], { stdio: 'inherit', env });
  process.exit(status ?? 1);
}

/** Makes the hosts; gives a way to set the firewall of all of them, to run daemons there, and to remove them. */
export async function makeNetwork() {
  clear();
  sh(['ip', 'netns', 'add', NAMESPACE]);
  sh(['ip', 'link', 'add', NEAR, 'type', 'veth', 'peer', 'name', 'pbench1']);
  sh(['ip', 'link', 'set', 'pbench1', 'netns', NAMESPACE]);
  for (const near of ['10.77.33.1/24', '10.77.34.1/24']) sh(['ip', 'addr', 'add', near, 'dev', NEAR]);
  sh(['ip', 'link', 'set', NEAR, 'up']);
  sh(['ip', 'link', 'set', 'lo', 'up']);
  // masscan asks the default gateway for its hardware address, whatever the target.
  sh(['ip', 'route', 'add', 'default', 'via', HOST]);
  const far = [HOST, POST_HOST, ...LIVING].map((address) => `addr add ${address}/24 dev pbench1`);
  sh(inside('ip', '-batch', '-'), [...far, 'link set pbench1 up', 'link set lo up', ''].join('\n'));
  await startInside(process.execPath, '-e', SERVER);
  return {
    /** Starts the post's host; gives how to end it. */
    async startPost() {
      const script = fileURLToPath(new URL('post-host.mjs', import.meta.url));
      const host = await startInside(process.execPath, script, POST_HOST);
      return () => {
        host.stdin.end();
        return once(host, 'exit');
      };
    },
    refuse: () => sh(inside('nft', 'flush', 'ruleset')),
    /** Drops everything but the open ports, and of the rest a share of packets at random. */
    drop(lossPercent) {
      const loss = lossPercent ? `numgen random mod 100 < ${lossPercent} drop` : '';
      const open = [...new Set([...OPEN_PORTS, LIVING_PORT])].join(', ');
      sh(
        inside('nft', '-f', '-'),
        [
          'flush ruleset',
          'table inet bench {',
          '  chain input {',
          '    type filter hook input priority 0; policy drop;',
          loss,
          '    ct state established,related accept',
          `    tcp dport { ${open} } accept`,
          '  }',
          '}',
          '',
        ].join('\n'),
      );
    },
    remove: clear,
  };
}

async function startInside(...argv) {
  const [program, ...args] = inside(...argv);
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

/** Also what an earlier run left that was killed. */
function clear() {
  const { stdout } = spawnSync('ip', ['netns', 'pids', NAMESPACE], { encoding: 'utf8' });
  for (const pid of stdout.split('\n').filter(Boolean)) process.kill(Number(pid), 'SIGKILL');
  spawnSync('ip', ['netns', 'del', NAMESPACE]);
  spawnSync('ip', ['link', 'del', NEAR]);
}
