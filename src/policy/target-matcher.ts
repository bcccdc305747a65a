import { UsageError } from '../errors.js';
import type { Target } from '../model.js';
import { type AddressRange, holds, parseAddress } from '../targets/address.js';
import { parseTarget } from '../targets/parse.js';

type Matcher = (target: Target) => boolean;

/** Whether a target is meant by a name, an address or a CIDR block of the policy. Throws a UsageError for text that is none of these. */
export function targetMatcher(text: string): Matcher {
  const spec = parseTarget(text);
  if (spec.port !== undefined) throw new UsageError(`target "${text}": write the port under a key of its own`);
  if (spec.kind === 'name') return ({ name }) => name.toLowerCase().replace(/\.$/, '') === spec.name;
  return ({ address }) => {
    const parsed = rangeOf(address);
    return parsed !== undefined && holds(spec.range, parsed);
  };
}

/** One host is asked about by many waivers in a row. */
let last: { readonly address: string; readonly range: AddressRange | undefined } | undefined;
function rangeOf(address: string): AddressRange | undefined {
  if (last?.address !== address) last = { address, range: parseAddress(address) };
  return last.range;
}
