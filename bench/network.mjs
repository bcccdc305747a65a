// A host of the bench's own: a network namespace behind a veth pair, with six open ports. Needs root.
import { spawn, spawnSync } from 'node:child_process';

export const OPEN_PORTS = [22, 139, 445, 1883, 8123, 22222];
const NAME = 'porosity-bench';
const [NEAR, FAR] = ['10.77.33.1', '10.77.33.2'];

const SERVER = `
  const net = require('node:net');
  for (const port of ${JSON.stringify(OPEN_PORTS)}) {
    net.createServer((socket) => socket.on('error', () => {}).end('hi\\r\\n')).listen(port, '${FAR}');
  }
  process.stdout.write('ready');`;

function sh(...argv) {
  const { status, stderr } = spawnSync(argv[0], argv.slice(1), { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`);
}

/** Makes the host, gives its address, a way to set its firewall, and a way to remove it. */
export async function makeHost() {
  spawnSync('ip', ['netns', 'del', NAME]);
  sh('ip', 'netns', 'add', NAME);
  sh('ip', 'link', 'add', 'pbench0', 'type', 'veth', 'peer', 'name', 'pbench1');
  sh('ip', 'link', 'set', 'pbench1', 'netns', NAME);
  sh('ip', 'addr', 'add', `${NEAR}/24`, 'dev', 'pbench0');
  sh('ip', 'link', 'set', 'pbench0', 'up');
  sh('ip', 'netns', 'exec', NAME, 'ip', 'addr', 'add', `${FAR}/24`, 'dev', 'pbench1');
  sh('ip', 'netns', 'exec', NAME, 'ip', 'link', 'set', 'pbench1', 'up');
  const server = spawn('ip', ['netns', 'exec', NAME, process.execPath, '-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => server.stdout.once('data', resolve));
  return {
    address: FAR,
    /** Drops everything but the open ports, and of the rest a share of packets at random. */
    drop(lossPercent) {
      const loss = lossPercent ? `numgen random mod 100 < ${lossPercent} drop` : '';
      const rules = `flush ruleset
        table inet f { chain input { type filter hook input priority 0; policy drop; ${loss}
          ct state established,related accept
          tcp dport { ${OPEN_PORTS.join(', ')} } accept } }`;
      const { status, stderr } = spawnSync('ip', ['netns', 'exec', NAME, 'nft', '-f', '-'], { input: rules, encoding: 'utf8' });
      if (status !== 0) throw new Error(`nft: ${stderr}`);
    },
    remove() {
      server.kill();
      spawnSync('ip', ['netns', 'del', NAME]);
    },
  };
}
