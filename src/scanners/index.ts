import type { Product, Protocol } from '../model.js';
import type { AnyProductScanner, AnyProtocolScanner } from './scanner.js';

/** A scanner that is loaded when it is needed: start-up is a feature. */
export interface ProtocolEntry {
  readonly protocol: Protocol;
  /** Ports where this protocol is asked first. */
  readonly usualPorts: readonly number[];
  /** Its servers suffer from connections that say nothing, or count them: on its ports nobody listens first, and little is asked. */
  readonly touchy?: boolean;
  load(): Promise<AnyProtocolScanner>;
}
export interface ProductEntry {
  readonly kind: Product;
  readonly over: readonly Protocol[];
  /** Ports where it is asked although no mark suspects it: its first page says too little there. */
  readonly usualPorts?: readonly number[];
  load(): Promise<AnyProductScanner>;
}

/** In asking order: TLS before HTTP, because a TLS port often answers plain HTTP with a plain 400. */
export const protocols: readonly ProtocolEntry[] = [
  {
    protocol: 'ssh',
    usualPorts: [22, 2222, 22222],
    load: () => import('./protocols/ssh.js').then((module) => module.default),
  },
  {
    protocol: 'tls',
    usualPorts: [443, 8443, 8883, 8884, 993, 995, 465, 636, 853, 990],
    load: () => import('./protocols/tls.js').then((module) => module.default),
  },
  {
    protocol: 'http',
    usualPorts: [80, 443, 8123, 8080, 8443, 8000, 3000, 8090, 8888, 5000, 1880, 8099, 6052, 1984, 4357, 9090, 21114],
    load: () => import('./protocols/http.js').then((module) => module.default),
  },
  {
    protocol: 'mqtt',
    usualPorts: [1883, 8883],
    load: () => import('./protocols/mqtt.js').then((module) => module.default),
  },
  {
    protocol: 'smb',
    usualPorts: [445, 139],
    load: () => import('./protocols/smb.js').then((module) => module.default),
  },
  {
    protocol: 'rustdesk',
    usualPorts: [21115, 21116, 21117, 21118, 21119],
    touchy: true,
    load: () => import('./protocols/rustdesk.js').then((module) => module.default),
  },
];

export const products: readonly ProductEntry[] = [
  { kind: 'home-assistant', over: ['http'], load: () => import('./products/home-assistant.js').then((module) => module.default) },
  {
    kind: 'home-assistant-observer',
    over: ['http'],
    load: () => import('./products/home-assistant-observer.js').then((module) => module.default),
  },
  { kind: 'beszel-hub', over: ['http'], load: () => import('./products/beszel-hub.js').then((module) => module.default) },
  { kind: 'beszel-agent', over: ['ssh'], load: () => import('./products/beszel-agent.js').then((module) => module.default) },
  { kind: 'containerssh', over: ['ssh', 'http'], load: () => import('./products/containerssh.js').then((module) => module.default) },
  {
    kind: 'betterdesk',
    over: ['http', 'rustdesk'],
    usualPorts: [21114],
    load: () => import('./products/betterdesk.js').then((module) => module.default),
  },
  {
    kind: 'betterdesk-console',
    over: ['http'],
    usualPorts: [21121],
    load: () => import('./products/betterdesk-console.js').then((module) => module.default),
  },
  { kind: 'neighbour', over: ['http'], load: () => import('./products/neighbours.js').then((module) => module.default) },
  { kind: 'webssh', over: ['http'], load: () => import('./products/webssh.js').then((module) => module.default) },
  { kind: 'web-terminal', over: ['http'], load: () => import('./products/web-terminals.js').then((module) => module.default) },
];
