import type { Place } from '../../model.js';
import type { Setting } from './settings.js';
import { at, textOf, type YamlNode } from './yaml.js';

/** A port of a container on the host. */
export interface PublishedPort {
  /** Empty where it is published on every address. */
  readonly address: string;
  /** First and last port on the host; both undefined where docker picks one. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** First port inside the container. */
  readonly container: number;
  readonly protocol: string;
  readonly place: Place;
  readonly unresolved?: string;
}

const SHORT = /^(?:(?:(\[[0-9a-fA-F:.]+\]|[0-9.]+):)?([0-9]*)(?:-([0-9]+))?:)?([0-9]+)(?:-[0-9]+)?(?:\/([a-z]+))?$/;

/** Reads the short (`127.0.0.1:8080:80/tcp`) and the long syntax; `expose` publishes nothing and is not read. */
export function publishedPorts(item: YamlNode, filled: (node: YamlNode | undefined) => Setting | undefined): readonly PublishedPort[] {
  const target = filled(at(item, 'target'));
  if (target) {
    const [from, to] = rangeOf(filled(at(item, 'published'))?.value ?? '');
    const address = filled(at(item, 'host_ip'))?.value ?? '';
    return [
      {
        address: everyAddress(address),
        from,
        to,
        container: Number(target.value),
        protocol: textOf(at(item, 'protocol')) ?? 'tcp',
        place: item.place,
      },
    ];
  }
  const short = filled(item);
  if (!short) return [];
  const [, address = '', first, last, container, protocol = 'tcp'] = SHORT.exec(short.value) ?? [];
  const { place, unresolved } = short;
  if (container === undefined)
    return [{ address: '', from: undefined, to: undefined, container: 0, protocol, place, unresolved: unresolved ?? 'not a port' }];
  const [from, to] = rangeOf(`${first ?? ''}${last === undefined ? '' : `-${last}`}`);
  const known = { address: everyAddress(address.replace(/^\[|\]$/g, '')), from, to, container: Number(container), protocol, place };
  return [unresolved === undefined ? known : { ...known, unresolved }];
}

const everyAddress = (address: string): string => (['0.0.0.0', '::', '*'].includes(address) ? '' : address);

function rangeOf(text: string): readonly [number | undefined, number | undefined] {
  const [first, last = first] = text.split('-');
  return first ? [Number(first), Number(last)] : [undefined, undefined];
}
