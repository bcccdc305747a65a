import { createHash } from 'node:crypto';
import http from 'node:http';

const VERSION = '0.70.0';
const SERVER = 'Python/3.6 aiohttp/3.1.3';
/** RFC 6455 section 1.3. */
const WEBSOCKET_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

const PAGE = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Home Assistant</title>
<link rel="manifest" href="/manifest.json"><link rel="icon" href="/static/icons/favicon.ico"></head>
<body><home-assistant></home-assistant></body></html>`;

interface Page {
  readonly type: string;
  readonly body: string;
}
/** What this release shows to everybody: it has a password, no accounts, and no setup wizard. */
const PAGES: Readonly<Record<string, Page>> = {
  '/': { type: 'text/html; charset=utf-8', body: PAGE },
  '/robots.txt': { type: 'text/plain', body: 'User-agent: *\nDisallow: /' },
  '/manifest.json': {
    type: 'application/manifest+json',
    body: JSON.stringify({ name: 'Home Assistant', short_name: 'Assistant', start_url: '/' }),
  },
  '/api/discovery_info': {
    type: 'application/json',
    body: JSON.stringify({ base_url: 'http://192.0.2.10:8123', location_name: 'Home', requires_api_password: true, version: VERSION }),
  },
};

/** Asked without the password, these count as a failed login. */
const GUARDED = ['/api/', '/api/config', '/api/states', '/api/error_log'];

/** A Home Assistant for the demo: the frontend of 0.70 as the post of 2018 found it, without anything behind it. */
export function createHomeAssistant(): http.Server {
  const server = http.createServer(({ method, url = '' }, response) => {
    const page = method === 'GET' || method === 'HEAD' ? PAGES[url.split('?')[0]!] : undefined;
    if (page) answer(response, 200, page);
    else if (GUARDED.includes(url)) refuse(response, method === 'GET' ? 401 : 405);
    else refuse(response, 404);
  });
  server.on('upgrade', ({ url, headers }, socket) => {
    socket.on('error', () => socket.destroy());
    if (url !== '/api/websocket') return socket.end(`HTTP/1.1 404 Not Found\r\nServer: ${SERVER}\r\nContent-Length: 0\r\n\r\n`);
    const accept = createHash('sha1').update(`${headers['sec-websocket-key']}${WEBSOCKET_GUID}`).digest('base64');
    const lines = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: upgrade', `Sec-WebSocket-Accept: ${accept}`];
    socket.write(`${lines.join('\r\n')}\r\nServer: ${SERVER}\r\n\r\n`);
    const greeting = Buffer.from(JSON.stringify({ type: 'auth_required', ha_version: VERSION }));
    // One unmasked text frame (RFC 6455 section 5.2); whoever answers has the wrong password.
    socket.write(Buffer.concat([Buffer.from([0x81, greeting.length]), greeting]));
    socket.once('data', () => socket.end());
  });
  return server;
}

function answer(response: http.ServerResponse, status: number, { type, body }: Page): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body), Server: SERVER }).end(body);
}

function refuse(response: http.ServerResponse, status: number): void {
  answer(response, status, { type: 'text/plain; charset=utf-8', body: `${status}: ${http.STATUS_CODES[status]}` });
}
