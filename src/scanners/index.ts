import type { Product, Protocol } from '../model.js';
import type { ProductScanner, ProtocolScanner } from './scanner.js';

/** A scanner that is loaded when it is needed: start-up is a feature. */
export interface ProtocolEntry {
  readonly protocol: Protocol;
  /** Ports where this protocol is asked first. */
  readonly usualPorts: readonly number[];
  load(): Promise<ProtocolScanner>;
}
export interface ProductEntry {
  readonly kind: Product;
  readonly over: readonly Protocol[];
  load(): Promise<ProductScanner>;
}

/** In asking order: TLS before HTTP, because a TLS port often answers plain HTTP with a plain 400. */
export const protocols: readonly ProtocolEntry[] = [];

export const products: readonly ProductEntry[] = [];
