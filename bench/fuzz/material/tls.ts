import { certificateFacts } from '../../../src/scanners/protocols/tls-certificate.js';
import tls from '../../../src/scanners/protocols/tls.js';
import * as wire from '../../../src/scanners/wire/tls.js';
import { signatureAlgorithm } from '../../../src/scanners/wire/x509.js';
import { certificateOf } from '../../../tests/peers/tls.js';
import type { Material } from '../material.js';
import { memoryDial, readerOf } from '../memory-dial.js';
import { tlsFlights } from '../recordings.js';

const CERTIFICATES = ['leaf', 'self-signed', 'ed25519', 'dsa', 'p521', 'rsa-pss', 'odd-names', 'sha1'];

/** The bodies of one sort of message in the recordings: after the record head (5 bytes) and the message head (4). */
const bodies = (flights: readonly Buffer[], type: number) =>
  flights.flatMap((bytes) => {
    const found: Buffer[] = [];
    for (let at = 0; at + 9 <= bytes.length; at += 5 + bytes.readUInt16BE(at + 3))
      if (bytes[at] === 22 && bytes[at + 5] === type) found.push(bytes.subarray(at + 9, at + 5 + bytes.readUInt16BE(at + 3)));
    return found;
  });

async function readAll(bytes: Buffer): Promise<string[]> {
  const kinds: string[] = [];
  for await (const message of wire.readMessages(readerOf(bytes))) kinds.push(message.kind);
  return kinds;
}

export default function material(): Material {
  const flights = tlsFlights();
  const certificates = CERTIFICATES.map(certificateOf);
  return {
    protocol: 'tls',
    codecs: [
      { name: 'records', answers: flights, read: readAll },
      { name: 'ServerHello', answers: bodies(flights, wire.SERVER_HELLO), read: wire.decodeServerHello },
      { name: 'Certificate', answers: bodies(flights, wire.CERTIFICATE), read: wire.decodeCertificates },
      { name: 'ServerKeyExchange', answers: bodies(flights, wire.SERVER_KEY_EXCHANGE), read: wire.decodeDhBits },
      { name: 'signature algorithm', answers: certificates, read: signatureAlgorithm },
      { name: 'certificate facts', answers: certificates, read: (der) => certificateFacts(der, '') },
    ],
    scanners: [{ name: 'tls scanner', answers: flights, read: (bytes) => tls.gather(memoryDial([[bytes]], { port: 443 })) }],
  };
}
