/** Versions of Home Assistant Core: `0.N.P` until 2020, `YYYY.M.P` since; `b1`, `rc1` and `.dev…` may follow. */
export interface CoreVersion {
  readonly numbers: readonly number[];
  /** The month it was made in, where the version says so. */
  readonly released: { readonly year: number; readonly month: number } | undefined;
}

/** Undefined for what is no version of Core, such as the landing page's `0000.0.0`. */
export function parseCoreVersion(text: string): CoreVersion | undefined {
  const match = /^(\d{1,4})\.(\d{1,3})(?:\.(\d{1,3}))?/.exec(text);
  if (!match || match[1] === '0000') return undefined;
  const numbers = match.slice(1).map((part) => Number(part ?? 0));
  const [year = 0, month = 0] = numbers;
  return { numbers, released: year >= 2020 ? { year, month } : undefined };
}

/** True where `version` is older than `other`; a beta counts as its release. */
export function isBefore(version: CoreVersion, other: string): boolean {
  const theirs = parseCoreVersion(other)?.numbers ?? [];
  for (const [index, number] of version.numbers.entries()) {
    const difference = number - (theirs[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** True for the ban layer's answer: the plain text of aiohttp, without the headers of the layers further in. */
export function isBan(answer: { readonly status: number; readonly headers: Readonly<Record<string, string>> }, body: string): boolean {
  return answer.status === 403 && body.trim() === '403: Forbidden' && !('referrer-policy' in answer.headers);
}

export type ForwardedReading = 'refused' | 'ignored' | 'believed' | 'corrected' | 'unclear' | 'something else';

interface ForwardedAnswers {
  readonly status: number;
  readonly invalidStatus: number;
  readonly local: boolean | null;
  readonly localAsForged: boolean | null;
}
interface Front {
  readonly server: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What it made of our X-Forwarded-For; `corrected` by a proxy in front that adds the real address (core: components/http/forwarded.py). */
export function readForwarded(answers: ForwardedAnswers, root: Front | undefined): ForwardedReading {
  const { status, invalidStatus, local, localAsForged } = answers;
  if (status === 400) return 'refused';
  if (status !== 200) return 'something else';
  if (invalidStatus === 200) return 'ignored';
  // 500 instead of 400 is what releases of 2018 make of nonsense.
  if (invalidStatus !== 400 && invalidStatus !== 500) return 'something else';
  const proxied = root !== undefined && (root.headers['via'] !== undefined || !/^$|aiohttp/.test(root.server));
  if (localAsForged === null) return proxied ? 'unclear' : 'believed';
  if (localAsForged !== local) return 'believed';
  return proxied ? 'corrected' : 'unclear';
}

/** True unless it is clear that our address is not one of its trusted proxies, to which no login by network is offered. */
export function mayTakeUsForProxy(answers: ForwardedAnswers | undefined, root: Front | undefined): boolean {
  return answers !== undefined && ['believed', 'unclear'].includes(readForwarded(answers, root));
}

/** The first release with user accounts; before it there was one password, or none. */
export const ACCOUNTS_SINCE = '0.77';

/** Releases after this one say whether they take the asking address for local (core: components/auth/login_flow.py). */
export const SAYS_LOCAL_AFTER = '2023.12.4';

/** Since this release normal answers carry security headers and no `Server` (core PRs 97784 and 98397). */
export const SECURITY_HEADERS_SINCE = '2023.9';

export interface CoreVulnerability {
  readonly id: string;
  /** First affected release; empty where every earlier one is. */
  readonly from: string;
  readonly fixed: string;
  readonly what: string;
  /** What an attacker needs: nothing but the network, a place between two machines, the owner's click, or a login. */
  readonly needs: 'network' | 'interception' | 'click' | 'login';
  readonly severity: 'high' | 'medium';
  readonly source: string;
}

const CVE = 'https://www.cve.org/CVERecord?id=';
const SECURITY_PAGE = 'https://www.home-assistant.io/security/';

/** Core only; what needs more than Core's version to be true (CVE-2023-27482, CVE-2026-34205) has a check of its own. */
export const CORE_VULNERABILITIES: readonly CoreVulnerability[] = [
  {
    id: 'CVE-2017-16782',
    from: '',
    fixed: '0.57',
    what: 'cross-site scripting in Markdown',
    needs: 'click',
    severity: 'medium',
    source: SECURITY_PAGE,
  },
  {
    id: 'CVE-2018-21019',
    from: '',
    fixed: '0.67.0',
    what: 'the error log is readable without a login',
    needs: 'network',
    severity: 'high',
    source: `${CVE}CVE-2018-21019`,
  },
  {
    id: 'CVE-2021-3152',
    from: '',
    fixed: '2021.1.3',
    what: 'no guard against directory traversal in custom integrations',
    needs: 'network',
    severity: 'medium',
    source: `${CVE}CVE-2021-3152`,
  },
  {
    id: 'CVE-2023-41893',
    from: '',
    fixed: '2023.9',
    what: 'the login code goes to a redirect that the attacker chose',
    needs: 'click',
    severity: 'medium',
    source: `${CVE}CVE-2023-41893`,
  },
  {
    id: 'CVE-2023-41894',
    from: '',
    fixed: '2023.9',
    what: 'local-only webhooks can be reached through the cloud tunnel',
    needs: 'network',
    severity: 'medium',
    source: SECURITY_PAGE,
  },
  {
    id: 'CVE-2023-41895',
    from: '',
    fixed: '2023.9',
    what: 'account takeover by a javascript: redirect',
    needs: 'click',
    severity: 'high',
    source: SECURITY_PAGE,
  },
  {
    id: 'CVE-2023-41896',
    from: '',
    fixed: '2023.9',
    what: 'account takeover by a fake WebSocket server',
    needs: 'click',
    severity: 'high',
    source: SECURITY_PAGE,
  },
  {
    id: 'CVE-2023-41897',
    from: '',
    fixed: '2023.9',
    what: 'clickjacking: no X-Frame-Options',
    needs: 'click',
    severity: 'high',
    source: `${CVE}CVE-2023-41897`,
  },
  {
    id: 'CVE-2023-41899',
    from: '',
    fixed: '2023.9',
    what: 'partial server-side request forgery',
    needs: 'login',
    severity: 'medium',
    source: SECURITY_PAGE,
  },
  {
    // The record says "before 2023.12.3", the advisory that the behaviour came with 2023.12.
    id: 'CVE-2023-50715',
    from: '2023.12.0',
    fixed: '2023.12.3',
    what: 'user names are shown to the local network',
    needs: 'network',
    severity: 'medium',
    source: `${CVE}CVE-2023-50715`,
  },
  {
    id: 'CVE-2025-25305',
    from: '',
    fixed: '2024.1.6',
    what: 'certificates of other servers are not verified in places',
    needs: 'interception',
    severity: 'medium',
    source: `${CVE}CVE-2025-25305`,
  },
  {
    id: 'CVE-2025-62172',
    from: '2025.1.0',
    fixed: '2025.10.2',
    what: 'stored cross-site scripting in the energy dashboard',
    needs: 'login',
    severity: 'medium',
    source: `${CVE}CVE-2025-62172`,
  },
  {
    id: 'CVE-2025-65713',
    from: '',
    fixed: '2025.8.0',
    what: 'path traversal in the Downloader integration',
    needs: 'login',
    severity: 'medium',
    source: `${CVE}CVE-2025-65713`,
  },
  {
    id: 'CVE-2026-33044',
    from: '2020.2',
    fixed: '2026.1',
    what: 'stored cross-site scripting in the map card',
    needs: 'login',
    severity: 'medium',
    source: `${CVE}CVE-2026-33044`,
  },
  {
    id: 'CVE-2026-33045',
    from: '2025.2',
    fixed: '2026.1',
    what: 'stored cross-site scripting in the history graph',
    needs: 'login',
    severity: 'medium',
    source: `${CVE}CVE-2026-33045`,
  },
];
