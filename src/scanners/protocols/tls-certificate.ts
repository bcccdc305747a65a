import { type KeyObject, X509Certificate } from 'node:crypto';
import type { Facts } from '../../model.js';
import { forgetOpenSslErrors } from '../openssl.js';
import { ProbeError } from '../scanner.js';
import { dsaBits, signatureAlgorithm } from '../wire/x509.js';

const TEXT_MAX_LENGTH = 512;
const NAMES_MAX = 100;
/** Sizes of named curves: NIST SP 800-186, RFC 7748, RFC 8032, RFC 5639. */
const CURVE_BITS: Readonly<Record<string, number>> = { ed25519: 256, ed448: 456, x25519: 255, x448: 448 };

/** The facts of a leaf certificate; `chainProblem` is what OpenSSL said about its chain. */
export function certificateFacts(der: Buffer, chainProblem: string): Facts['tls.certificate'] {
  const certificate = parse(der);
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: alternativeNames(certificate),
    validFrom: isoTime(certificate.validFrom),
    validTo: isoTime(certificate.validTo),
    key: keyOf(certificate),
    signature: signatureAlgorithm(certificate.raw),
    fingerprint: certificate.fingerprint256,
    selfSigned: isSelfSigned(certificate),
    chainProblem,
    issuerUrl: /CA Issuers - URI:(\S+)/.exec(certificate.infoAccess ?? '')?.[1]?.slice(0, TEXT_MAX_LENGTH) ?? '',
  };
}

function parse(der: Buffer): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch (error) {
    throw new ProbeError('protocol', `a certificate that cannot be read: ${(error as Error).message}`);
  }
}

/** node:crypto gives one attribute a line. */
const oneLine = (name: string | undefined): string => (name ?? '').split('\n').join(', ').slice(0, TEXT_MAX_LENGTH);

/** `DNS:a.example, IP Address:192.0.2.1, URI:…`; other kinds name no server. Odd names come as JSON strings. */
function alternativeNames(certificate: X509Certificate): string[] {
  // Undefined says that there are none, null that node:crypto cannot read them, which its types do not tell.
  const text = certificate.subjectAltName as string | null | undefined;
  forgetOpenSslErrors();
  if (text === undefined) return [];
  if (text === null) throw new ProbeError('protocol', 'a certificate whose alternative names cannot be read');
  const entries = text.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? [];
  return entries
    .map((entry) => /^\s*(?:DNS|IP Address):(.*)$/s.exec(entry)?.[1])
    .filter((name) => name !== undefined)
    .map((name) => (name.startsWith('"') ? unquoted(name) : name).slice(0, TEXT_MAX_LENGTH))
    .slice(0, NAMES_MAX);
}

function unquoted(name: string): string {
  try {
    return String(JSON.parse(name));
  } catch {
    throw new ProbeError('protocol', 'a certificate with a name that cannot be read');
  }
}

function isoTime(text: string): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new ProbeError('protocol', `a certificate with the date ${text.slice(0, 40)}`);
  return time.toISOString();
}

/** Kinds of keys that this OpenSSL cannot read are named so, with no size: a check must not judge them. */
function keyOf(certificate: X509Certificate): { type: string; bits: number } {
  let key;
  try {
    key = certificate.publicKey;
  } catch {
    return { type: 'unknown', bits: 0 };
  }
  // Node 20 aborts the whole process when it is asked for the details of a broken DSA key.
  if (key.asymmetricKeyType === 'dsa') return { type: 'dsa', bits: dsaBitsOf(key) };
  const { asymmetricKeyType: type = 'unknown', asymmetricKeyDetails: details = {} } = key;
  const named = details.namedCurve ?? type;
  return { type, bits: details.modulusLength ?? CURVE_BITS[named] ?? Number(/\d{3}/.exec(named)?.[0] ?? 0) };
}

function dsaBitsOf(key: KeyObject): number {
  try {
    return dsaBits(key.export({ type: 'spki', format: 'der' }));
  } catch {
    return 0;
  }
}

function isSelfSigned(certificate: X509Certificate): boolean {
  if (certificate.subject !== certificate.issuer) return false;
  try {
    return certificate.verify(certificate.publicKey);
  } catch (error) {
    throw new ProbeError('unsupported', `a signature that cannot be checked: ${(error as Error).message}`);
  }
}
