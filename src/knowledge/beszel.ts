/** What is known of releases of Beszel. Read on 2026-11-21; https://github.com/henrygd/beszel/security/advisories */

/** A page of the hub, whatever its path: unknown GET paths answer 200 with it. */
export const isHubPage = (html: string): boolean => /\bBESZEL\s*=\s*\{/.test(html) || /<title>Beszel<\/title>/.test(html);

export type Release = readonly [major: number, minor: number, patch: number];

/** The three numbers in front; undefined where the text does not begin with a version. */
export function parseRelease(text: string): Release | undefined {
  const [, major, minor, patch] = /^v?(\d{1,4})\.(\d{1,4})\.(\d{1,4})(?![0-9])/.exec(text) ?? [];
  return patch === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}

/** True where `release` is older than `other`; a pre-release counts as its release. */
export function isOlder(release: Release, other: string): boolean {
  const theirs = parseRelease(other) ?? [0, 0, 0];
  for (const [index, number] of release.entries()) if (number !== theirs[index]) return number < theirs[index]!;
  return false;
}

export interface Advisory {
  readonly id: string;
  /** First release of Beszel that is affected; empty where every earlier one is. */
  readonly from: string;
  /** First release of Beszel that is not, where a library is to blame the first that bundles its fix. */
  readonly fixed: string;
  readonly what: string;
  readonly needs: 'a login' | 'an OAuth2 provider and open sign-up' | 'only the network';
  readonly severity: 'high' | 'medium';
  readonly parts: readonly ('hub' | 'agent')[];
}

/** In the order of their severity. Libraries by the version that `go.mod` of each tag names. */
export const ADVISORIES: readonly Advisory[] = [
  {
    id: 'CVE-2026-44166',
    // PocketBase 0.30.0 to 0.37.3; sources disagree on 0.23 to 0.29.
    from: '0.12.10',
    fixed: '0.18.8',
    what: 'accounts can be taken over through OAuth2 (PocketBase)',
    needs: 'an OAuth2 provider and open sign-up',
    severity: 'high',
    parts: ['hub'],
  },
  {
    id: 'CVE-2026-27734',
    from: '',
    fixed: '0.18.4',
    what: 'the Docker API of an agent can be reached through a container id',
    needs: 'a login',
    severity: 'high',
    parts: ['hub', 'agent'],
  },
  {
    id: 'CVE-2026-82410',
    from: '',
    fixed: '0.18.8',
    what: 'the process can be made to crash (PocketBase)',
    needs: 'only the network',
    severity: 'medium',
    parts: ['hub'],
  },
  {
    id: 'CVE-2026-40077',
    from: '',
    fixed: '0.18.7',
    what: 'systems of other users can be read by their id',
    needs: 'a login',
    severity: 'medium',
    parts: ['hub'],
  },
  {
    id: 'CVE-2026-94382',
    from: '',
    fixed: '0.19.0',
    what: 'alert rules can be set on systems of other users',
    needs: 'a login',
    severity: 'medium',
    parts: ['hub'],
  },
];

/** What SSH on an agent offers from 0.12.0 on and before `NOT_YET_SEEN`, apart from the markers in the list of key exchanges. */
export const AGENT_OFFER = {
  kex: ['curve25519-sha256', 'curve25519-sha256@libssh.org'],
  serverHostKey: ['rsa-sha2-256', 'rsa-sha2-512', 'ssh-rsa'],
  ciphers: ['chacha20-poly1305@openssh.com'],
  macs: ['hmac-sha2-256-etm@openssh.com'],
  compression: ['none'],
} as const;

/** The first release whose offer nobody has looked at. */
export const NOT_YET_SEEN = '0.19.0';

/** `SSH-2.0-beszel_0.18.8`, since 0.12.0. */
export const agentVersion = (identification: string): string | undefined => /^SSH-2\.0-beszel_(\S{1,64})/.exec(identification)?.[1];

/** What every SSH server written in Go says by default, agents before 0.12.0 among them. */
export const GO_BANNER = 'SSH-2.0-Go';
export const AGENT_PORT = 45876;
