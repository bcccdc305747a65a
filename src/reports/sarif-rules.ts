import type { ReportingDescriptor, Result, ToolComponent } from 'sarif';
import type { CheckMeta, Finding, Severity } from '../model.js';
import { isWebLink } from './links.js';
import { printable } from './printable.js';
import { rankOf } from '../severity.js';

/** GitHub's bands for `security-severity`: above 9.0 critical, from 7.0 high, from 4.0 medium, from 0.1 low. */
export const SCORES: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '3.0', info: '0.0' };

/** GitHub shows errors and warnings in pull requests; a note does not bother anyone there. */
export function levelOf(severity: Severity): NonNullable<Result['level']> {
  if (severity === 'critical' || severity === 'high') return 'error';
  return severity === 'medium' ? 'warning' : 'note';
}

export const CWE: ToolComponent = {
  name: 'CWE',
  organization: 'MITRE',
  informationUri: 'https://cwe.mitre.org/',
  shortDescription: { text: 'Common Weakness Enumeration' },
};

/** Every check that was judged, sorted by id, also those that passed. */
export function rulesOf(findings: readonly Finding[], checks: readonly CheckMeta[]): ReportingDescriptor[] {
  const metas = new Map(checks.map((meta) => [meta.id, meta]));
  const worst = new Map<string, Finding>();
  for (const finding of findings) {
    const known = worst.get(finding.check);
    if (!known || isWorse(finding, known)) worst.set(finding.check, finding);
  }
  return [...worst.values()].sort((a, b) => (a.check < b.check ? -1 : 1)).map((finding) => ruleOf(finding, metas.get(finding.check)));
}

const isWorse = (a: Finding, b: Finding): boolean =>
  rankOf(a.severity) < rankOf(b.severity) || (a.severity === b.severity && a.remediation !== '' && b.remediation === '');

function ruleOf({ check, title, severity, remediation, references, mapping }: Finding, meta?: CheckMeta): ReportingDescriptor {
  const why = printable(meta?.rationale ?? title);
  const fix = printable(typeof meta?.remediation === 'string' ? meta.remediation : (meta?.remediation.default ?? remediation));
  const links = references.filter(isWebLink);
  const cwe = mapping.cwe ?? [];
  return {
    id: check,
    name: check.replace(/(?:^|[/-])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: printable(title) },
    fullDescription: { text: why },
    help: {
      text: [why, fix && `What to do: ${fix}`, ...links].filter(Boolean).join('\n\n'),
      markdown: [why, fix && `**What to do:** ${fix}`, links.map((link) => `- <${link}>`).join('\n')].filter(Boolean).join('\n\n'),
    },
    ...(links[0] ? { helpUri: links[0] } : {}),
    defaultConfiguration: { level: levelOf(severity) },
    ...(cwe.length > 0
      ? { relationships: cwe.map((number) => ({ target: { id: `CWE-${number}`, toolComponent: { name: 'CWE' } }, kinds: ['superset'] })) }
      : {}),
    properties: {
      'security-severity': SCORES[severity],
      precision: 'high',
      tags: ['security', check.split('/')[0]!, ...cwe.map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`)],
    },
  };
}
