import type { KnownService } from './subjects.js';

/**
 * What stays of a host when its address changes: SSH host keys, the TLS certificate, an instance's own id. Sorted, so
 * that the same host always names them in the same order.
 */
export function identitiesOf(services: readonly KnownService[]): readonly string[] {
  const identities = services.flatMap(({ service, evidence, recognised }) => {
    const keys = service.facts['ssh.host-keys'];
    const certificate = service.facts['tls.certificate'];
    return [
      ...(keys?.ok ? keys.value.map(({ fingerprint }) => `ssh:${fingerprint}`) : []),
      ...(certificate?.ok ? [`tls:${certificate.value.fingerprint}`] : []),
      ...recognised.flatMap(({ profile, recognition }) => {
        const own = profile.identity?.(evidence);
        return own ? [`${recognition.id}:${own}`] : [];
      }),
    ];
  });
  return [...new Set(identities)].sort();
}
