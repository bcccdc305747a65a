import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import scanner from '../../src/scanners/protocols/tls.js';
import { freePorts, installed, scratch, startDaemon } from '../support/daemon.js';
import { dialTo } from '../support/dial-to.js';

const program = installed('nginx');
const files = scratch();
const fixture = (name: string) => fileURLToPath(new URL(`../../../fixtures/certificates/${name}`, import.meta.url));
let ports: number[] = [];
let nginx: { stop(): Promise<void> } | undefined;

const suite = program ? describe : describe.skip;
if (!program) console.log('skipped: nginx is not installed');

suite('nginx', () => {
  beforeAll(async () => {
    ports = await freePorts(2);
    const [named, byCertificate] = ports;
    chmodSync(files.path, 0o755);
    mkdirSync(join(files.path, 'temp'));
    const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((kind) => `${kind}_temp_path ${files.path}/temp/${kind};`)
      .join('\n');
    writeFileSync(
      join(files.path, 'nginx.conf'),
      `daemon off; pid ${files.path}/pid; error_log ${files.path}/error.log; events {}
      http {
        access_log off; ${temp}
        ssl_certificate ${fixture('self-signed.crt')}; ssl_certificate_key ${fixture('self-signed.key')};
        server { listen 127.0.0.1:${named} ssl default_server; ssl_reject_handshake on; }
        server { listen 127.0.0.1:${named} ssl; server_name box.lan; }
        server { listen 127.0.0.1:${byCertificate} ssl; ssl_protocols TLSv1.2 TLSv1.3; ssl_verify_client on; ssl_client_certificate ${fixture('root.crt')}; }
      }`,
    );
    nginx = await startDaemon(
      [program!, '-p', files.path, '-e', join(files.path, 'error.log'), '-c', join(files.path, 'nginx.conf')],
      ports,
    );
  });
  afterAll(async () => {
    await nginx?.stop();
    files.remove();
  });

  const dial = (index: number, name: string) => dialTo(ports[index]!, { name });

  test('the right name gets a certificate', async () => {
    expect((await scanner.gather(dial(0, 'box.lan')))['tls.certificate']).toMatchObject({ ok: true, value: { subject: 'CN=box.lan' } });
  });

  test.each(['other.lan', '127.0.0.1'])('ssl_reject_handshake: %s gets TLS, and nothing is invented', async (name) => {
    expect(await scanner.identify!(dial(0, name))).toBe(true);
    const facts = await scanner.gather(dial(0, name));
    for (const fact of Object.values(facts)) expect(fact).toMatchObject({ ok: false, failure: { kind: 'tls' } });
  });

  test('ssl_verify_client asks for a certificate and says no later, in HTTP', async () => {
    const facts = await scanner.gather(dial(1, 'box.lan'));
    expect(facts['tls.session']).toMatchObject({ ok: true, value: { clientCertificate: 'requested' } });
  });
});
