import type { Facts, Subject } from '../../src/model.js';
import { authConfigOf, webhookOf } from './containerssh-config.js';
import { beside, ok } from './neighbouring.js';

type Session = Facts['tls.session'];

/** config.yaml that calls its webhook by https:// on port 8443 of this host. */
export const callsPort8443 = () => authConfigOf({ webhooks: [webhookOf({ url: 'https://127.0.0.1:8443', loopback: true })] });

/** What answers there: TLS that demands a client certificate, unless a test says otherwise. */
export function door(
  facts: Partial<Facts>,
  clientCertificate: Session['clientCertificate'] = 'required',
  port = 8443,
): { neighbours: Subject[] } {
  const session: Session = { version: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256', alpn: '', clientCertificate };
  const seen = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, ok(value)]));
  return { neighbours: [beside('tls', port, { 'tls.session': ok(session), ...seen })] };
}
