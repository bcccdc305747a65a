import type { ReportedService } from '../model.js';
import type { KnownHost, KnownService } from './subjects.js';

/** The service as a reader wants it: what runs there, which version it gives away, and how sure that is. */
export function reportService({ service, recognised, evidence }: KnownService, host: KnownHost): ReportedService {
  const role = host.subjects.find(({ kind, port }) => kind === 'port' && port === service.port)?.role ?? '';
  const [best] = [...recognised].sort((a, b) => b.recognition.confidence - a.recognition.confidence);
  if (best) {
    const { title, version, confidence } = best.recognition;
    return { ...service, role, product: title, version, confidence };
  }
  const { product, version } = bannerOf(service.facts) ?? bannerOf(evidence) ?? { product: '', version: '' };
  return { ...service, role, product, version, confidence: service.protocol === 'unknown' ? 0 : 100 };
}

/** smb.conf, `server string`: by default `Samba %v`, which Samba hands on as the comment of IPC$. */
const SAMBA = /\(Samba (\d[^)\s]*)\)$/;

type Said = { readonly product: string; readonly version: string };

/** What the service says of itself, split into name and version; nothing is concluded from it. */
function bannerOf(facts: KnownService['evidence']): Said | undefined {
  const ssh = facts['ssh.banner'];
  if (ssh?.ok) return split(ssh.value.software, /^(.*?)[_-](\d.*)$/);
  const broker = facts['mqtt.broker'];
  if (broker?.ok) return split(broker.value.version, /^(\S+) version (\S+)/);
  const names = facts['smb.names'];
  if (names?.ok && names.value.lanManager) return split(names.value.lanManager, /^(\S+) (\d\S*)/);
  const shares = facts['smb.shares'];
  const pipe = shares?.ok ? shares.value.find(({ name }) => name === 'IPC$') : undefined;
  const samba = SAMBA.exec(pipe?.comment ?? '');
  if (samba) return { product: 'Samba', version: samba[1] ?? '' };
  const root = facts['http.root'];
  if (root?.ok && root.value.server) return split(root.value.server, /^([^/\s]+)\/(\S+)/);
  return undefined;
}

function split(text: string, pattern: RegExp): Said {
  const [, product = text, version = ''] = pattern.exec(text) ?? [];
  return { product, version };
}
