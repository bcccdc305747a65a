import ipaddr from 'ipaddr.js';
import type { Target } from '../model.js';

type Matcher = (target: Target) => boolean;
const known = new Map<string, Matcher>();

/** Whether a target is meant by a name, an address or a CIDR block of the policy. */
export function targetMatcher(text: string): Matcher {
  const matcher = known.get(text) ?? compile(text);
  known.set(text, matcher);
  return matcher;
}

function compile(text: string): Matcher {
  const wanted = text.toLowerCase();
  const named: Matcher = ({ name, address }) => name.toLowerCase() === wanted || address.toLowerCase() === wanted;
  if (!ipaddr.isValidCIDR(text)) return named;
  const [base, bits] = ipaddr.parseCIDR(text);
  return ({ address }) => {
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    return parsed.kind() === base.kind() && parsed.match([base, bits] as never);
  };
}
