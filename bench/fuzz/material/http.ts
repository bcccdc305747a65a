import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import homeAssistant from '../../../src/scanners/products/home-assistant.js';
import { request } from '../../../src/scanners/http-client.js';
import { cookiesIn, headersOf } from '../../../src/scanners/protocols/http-headers.js';
import http from '../../../src/scanners/protocols/http.js';
import { countPasswordFields, iconOf, titleOf } from '../../../src/scanners/wire/html.js';
import type { Material } from '../material.js';
import { memoryDial } from '../memory-dial.js';
import { httpAnswers } from '../recordings.js';

const PAGE =
  '<!doctype html><html><head><title>Login &amp; more &#x2014;</title><link rel="shortcut icon" href="/i.ico"></head><form><input type=password></form>';

const packed = (coding: string, body: Buffer) =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Encoding: ${coding}\r\nContent-Length: ${body.length}\r\nSet-Cookie: a=b; HttpOnly\r\n\r\n`),
    body,
  ]);
const chunked = Buffer.from(
  `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${PAGE.length.toString(16)}\r\n${PAGE}\r\n0\r\nX-Trailer: yes\r\n\r\n`,
);

async function readAnswer(bytes: Buffer): Promise<unknown> {
  const answer = await request(memoryDial([[bytes]], { port: 80 }), { path: '/' });
  const page = answer.body.toString('utf8');
  return {
    status: answer.status,
    cookies: cookiesIn(answer).length > 0,
    headers: headersOf(answer),
    truncated: answer.truncated,
    title: titleOf(page),
  };
}

export default function material(): Material {
  const recorded = ['2024.3.3-default', '2024.3.3-xff-trusted-scanner', '0.70.0-no-password'].flatMap(httpAnswers);
  const answers = [
    ...recorded,
    chunked,
    packed('gzip', gzipSync(PAGE)),
    packed('deflate', deflateSync(PAGE)),
    packed('br', brotliCompressSync(PAGE)),
  ];
  const readPage = (bytes: Buffer) => {
    const page = bytes.toString('utf8');
    return { title: titleOf(page), icon: iconOf(page), passwords: countPasswordFields(page) };
  };
  return {
    protocol: 'http',
    codecs: [
      { name: 'answer', answers, read: readAnswer },
      { name: 'page', answers: [Buffer.from(PAGE)], read: readPage },
    ],
    scanners: [
      { name: 'http scanner', answers, read: (bytes) => http.gather(memoryDial([[bytes, bytes, bytes]], { port: 80 })) },
      { name: 'home assistant scanner', answers, read: (bytes) => homeAssistant.gather(memoryDial([[bytes]], { port: 8123 }), {}) },
    ],
  };
}
