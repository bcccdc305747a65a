import { ADVISORIES, isOlder, type Release } from '../knowledge/beszel.js';
import type { Exhibit, FactName, Facts, Verdict } from '../model.js';
import { fail, failWith, pass, passWith, saw } from './check.js';

/** Whether a password alone opens it. */
export function judgeSignIn(fact: FactName, { password, mfa, providers }: Facts['beszel-hub.sign-in']): Verdict {
  const exhibit = saw(fact, `password ${password ? 'on' : 'off'}, MFA ${mfa ? 'on' : 'off'}, providers: ${providers.join(', ') || 'none'}`);
  if (password && !mfa) return fail('a password alone is enough', exhibit);
  return pass(password ? 'a second factor is asked for' : 'passwords are switched off', exhibit);
}

/** Whether other sites may show the page in a frame (CSP Level 3 section 6.4.2; X-Frame-Options: RFC 7034). */
export function judgeFraming(policy: string, options: string, exhibit: Exhibit): Verdict {
  const [, ancestors] = /(?:^|[;,])\s*frame-ancestors\s+([^;,]*)/i.exec(policy) ?? [];
  if (ancestors !== undefined) {
    const anybody = /(?:^|\s)(?:\*|https?:)(?=\s|$)/.test(ancestors);
    return anybody ? fail('its policy lets every site frame it', exhibit) : pass('its policy says who may frame it', exhibit);
  }
  if (/^(?:sameorigin|deny)$/i.test(options.trim())) return pass('X-Frame-Options keeps others from framing it', exhibit);
  return fail(policy ? 'its policy has no frame-ancestors, and X-Frame-Options is not there' : 'nothing says who may frame it', exhibit);
}

const PRIVATE_ADDRESS = /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[(?:::1\]|f[cde]))/i;
/** Names of one word, and the endings of RFC 6762, RFC 8375 and home routers. */
const PRIVATE_NAME = /^[^.:]+$|\.(?:local|lan|internal|intranet|home|home\.arpa)\.?$/i;

/** True for an address that only insiders reach, or that is reached without TLS. */
export function isInternalUrl(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { protocol, hostname } = new URL(url);
  return protocol !== 'https:' || PRIVATE_ADDRESS.test(hostname) || PRIVATE_NAME.test(hostname);
}

/** Proxies, backports and what is not in use decide whether it is vulnerable; the version alone does not. */
const BY_VERSION = 70;
const KNOWN_TO_US = 80;

/** Compares a release with the published advisories; `providers` are the OAuth2 providers where they could be seen. */
export function judgeRelease(part: 'hub' | 'agent', release: Release, exhibit: Exhibit, providers?: readonly string[]): Verdict {
  const matching = ADVISORIES.filter(
    ({ parts, from, fixed, needs }) =>
      parts.includes(part) &&
      isOlder(release, fixed) &&
      !(from && isOlder(release, from)) &&
      !(needs.includes('OAuth2') && providers?.length === 0),
  );
  if (matching.length === 0) return passWith({ confidence: KNOWN_TO_US }, 'it is in no affected range that we know', exhibit);
  const words = matching.map(({ id, what, needs, fixed }) => `${id}: ${what} (needs ${needs}; fixed in ${fixed})`);
  const severity = matching.some((advisory) => advisory.severity === 'high') ? 'high' : 'medium';
  return failWith({ severity, confidence: BY_VERSION }, `it is in the affected range of ${words.join('; ')}`, exhibit);
}
