import { describe, expect, test } from '@jest/globals';
import { readCaddy } from '../../../src/scanners/config/caddy.js';
import { openFolder } from '../../../src/scanners/config/folder.js';
import { parseNginx, readNginx } from '../../../src/scanners/config/nginx.js';
import tls from '../../../src/scanners/config/tls.js';
import { factOf, writeFolder } from '../../support/folder.js';

describe('nginx', () => {
  const read = (files: Record<string, string>) => readNginx(openFolder(writeFolder(files)));

  test('servers, listens, locations, headers and upstreams', async () => {
    const { found } = await read({
      'nginx.conf': `map $http_upgrade $connection_upgrade { default upgrade; '' close; }
upstream app { server 10.0.0.5:8123; server 10.0.0.6:8123; }
server {
  listen 80; listen [::]:80;
  server_name a.example b.example;
  return 301 https://$host$request_uri;  # to TLS
}
server {
  listen 10.0.0.1:443 ssl;
  ssl_protocols TLSv1.2 TLSv1.3;
  auth_basic "Members \\"only\\"";
  proxy_set_header X-Forwarded-Prefix '';
  location / {
    proxy_pass http://app/base;
    location ~ "^/x{2}/" { auth_basic off; proxy_pass http://127.0.0.1:1; proxy_set_header Host $host; }
  }
}
`,
    });
    expect(
      found.map(({ names, listens, place }) => [
        names,
        listens.map(({ address, port, tls }) => `${address}:${port}${tls ? ' tls' : ''}`),
        place.line,
      ]),
    ).toEqual([
      [['a.example', 'b.example'], [':80', ':80'], 3],
      [[], ['10.0.0.1:443 tls'], 8],
    ]);
    const [, secure] = found;
    expect(secure!.directives.find(({ name }) => name === 'ssl_protocols')).toMatchObject({
      args: ['TLSv1.2', 'TLSv1.3'],
      place: { line: 10 },
    });
    expect(
      secure!.locations.map(({ path, proxyPass, login, headers, place }) => [
        path,
        proxyPass,
        login,
        [...headers].map(([name, { value }]) => `${name}=${value}`),
        place.line,
      ]),
    ).toEqual([
      ['/', 'http://10.0.0.5:8123/base', true, ['x-forwarded-prefix='], 13],
      ['~ ^/x{2}/', 'http://127.0.0.1:1', false, ['host=$host'], 15],
    ]);
  });

  test('what is included counts once, and inside the block that includes it', async () => {
    const { found } = await read({
      'etc/nginx/nginx.conf': 'http {\n  auth_basic on;\n  include /etc/nginx/sites-enabled/*;\n}\n',
      'etc/nginx/sites-enabled/one.conf': 'server { listen 81; location / { proxy_pass http://x; } }\n',
      'etc/nginx/sites-available/two.conf': 'server { listen 82; }\n',
    });
    expect(found.map(({ listens, locations }) => [listens[0]!.port, locations[0]?.login])).toEqual([[81, true]]);
  });

  test('the TLS that it is told to speak, by port; a server inherits from http', async () => {
    const text =
      'http {\n ssl_protocols TLSv1 TLSv1.2;\n server { listen 443 ssl; listen [::]:443 ssl; server_name a; }\n server { listen 80; }\n server { listen 8443 ssl; ssl_protocols TLSv1.3; }\n}\n';
    expect(factOf(await tls.read(openFolder(writeFolder({ 'nginx.conf': text }))), 'tls.config-listeners')).toMatchObject({
      listeners: [
        { port: 443, names: ['a'], protocols: { value: ['TLSv1.0', 'TLSv1.2'], place: { line: 2 } } },
        { port: 8443, protocols: { value: ['TLSv1.3'], place: { line: 5 } } },
      ],
    });
    expect(await tls.read(openFolder(writeFolder({ 'nginx.conf': 'server { listen 80; }\n' })))).toBeUndefined();
  });

  test('what is included and not in the folder may say more about TLS', async () => {
    const text =
      'include mime.types;\nserver { listen 443 ssl; include /etc/letsencrypt/options-ssl-nginx.conf; include conf.d/*.conf; }\n';
    expect(
      factOf(await tls.read(openFolder(writeFolder({ 'nginx.conf': text, 'conf.d/README': '' }))), 'tls.config-listeners'),
    ).toMatchObject({
      unread: ['/etc/letsencrypt/options-ssl-nginx.conf (nginx.conf:2) is not in the folder'],
    });
  });

  test('circles, cut files and other files', async () => {
    expect((await read({ 'nginx.conf': 'server { include nginx.conf; include nginx.conf; }' })).unread).toEqual([
      'nginx.conf: includes itself',
    ]);
    expect((await read({ 'nginx.conf': 'server { listen 80; location / { proxy_pass "http://x' })).found).toHaveLength(1);
    expect((await read({ 'smb.conf': '[global]\n' })).found).toEqual([]);
    expect(() => parseNginx('a{'.repeat(100_000), 'x')).toThrow('nested too deep');
    expect(() => parseNginx('a;'.repeat(100_000), 'x')).toThrow('more than 20000 directives');
  });

  test('every prefix of a file is read without a crash', () => {
    const text = 'server { listen [::]:443 ssl; set $a "b c"; location / { proxy_pass http://u; } } # end\n';
    for (let length = 0; length <= text.length; length++) expect(Array.isArray(parseNginx(text.slice(0, length), 'x'))).toBe(true);
  });
});

describe('Caddy', () => {
  const read = async (text: string) => (await readCaddy(openFolder(writeFolder({ Caddyfile: text })))).found;

  test('sites with snippets, matchers and headers', async () => {
    const sites = await read(`{
  email me@example.com
}
(login) {
  basic_auth {
    me $2a$14$x
  }
}
ha.example, www.ha.example {
  import login
  reverse_proxy /api/* 127.0.0.1:8123 {
    header_up -X-Forwarded-For
    header_up Host {upstream_hostport}
  }
  handle /x {
    reverse_proxy http://10.0.0.2:80 # comment
  }
}
http://plain.example {
  reverse_proxy 127.0.0.1:1
}
`);
    expect(sites.map(({ addresses, tls, login, place }) => [addresses, tls, login, place.line])).toEqual([
      [['ha.example', 'www.ha.example'], true, true, 9],
      [['http://plain.example'], false, false, 19],
    ]);
    expect(
      sites[0]!.proxies.map(({ path, upstreams, headers, place }) => [
        path,
        upstreams,
        Object.fromEntries([...headers].map(([name, { value }]) => [name, value])),
        place.line,
      ]),
    ).toEqual([
      ['/api/*', ['127.0.0.1:8123'], { 'x-forwarded-for': '', host: '{upstream_hostport}' }, 11],
      ['/x', ['http://10.0.0.2:80'], {}, 16],
    ]);
  });

  test('a file without braces is one site', async () => {
    const [site] = await read('ha.example\nreverse_proxy 127.0.0.1:8123\n');
    expect(site).toMatchObject({ addresses: ['ha.example'], tls: true, proxies: [{ upstreams: ['127.0.0.1:8123'] }] });
  });

  test('a snippet that imports itself ends, deep nesting is refused', async () => {
    expect(await read('(a) {\n  import a\n  tls internal\n}\nx.example {\n  import a\n}\n')).toHaveLength(1);
    expect((await readCaddy(openFolder(writeFolder({ Caddyfile: 'a {\n'.repeat(100) })))).unread).toEqual(['Caddyfile: nested too deep']);
  });
});
