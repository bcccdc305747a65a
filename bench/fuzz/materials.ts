import type { Material } from './material.js';

/** Every protocol that porosity reads answers of. */
export const MATERIALS = ['ssh', 'tls', 'http', 'mqtt', 'smb', 'websocket', 'rustdesk'] as const;

/** Loads what one protocol is fuzzed with. */
export async function loadMaterial(protocol: string): Promise<Material> {
  const { default: material } = (await import(`./material/${protocol}.js`)) as { default: () => Material };
  return material();
}
