import type { Location } from 'sarif';
import type { Finding, Place } from '../model.js';
import { printable } from './printable.js';

/**
 * Where a finding is: the line of the audited configuration, else the policy that governs the host, else a path that
 * stands for the port. GitHub refuses the whole file when a location is an `http:` or `mqtt:` address, so all of them
 * are relative paths.
 */
export function locationsOf(finding: Finding, policyFile?: string): Location[] {
  const places = finding.exhibits.flatMap(({ place }) => place ?? []);
  const files = places.length > 0 ? places : [{ file: policyFile ?? pathOf(finding), line: 1 }];
  return unique(files).map((place) => ({
    physicalLocation: { artifactLocation: { uri: relativeUri(place.file) }, region: { startLine: place.line ?? 1 } },
    logicalLocations: [
      {
        name: printable(finding.port === undefined ? finding.target : `${finding.target}:${finding.port}`),
        fullyQualifiedName: printable([finding.target, ...endpointOf(finding)].join('/')),
        kind: 'resource',
      },
    ],
  }));
}

const endpointOf = ({ port, check }: Finding): string[] => [...(port === undefined ? [] : ['tcp', String(port)]), check.split('/')[0]!];

const pathOf = (finding: Finding): string =>
  ['hosts', finding.target.replaceAll('/', '-'), ...(finding.port === undefined ? [] : ['tcp', String(finding.port)])].join('/');

function unique(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.file}:${place.line}`, place])).values()];
}

/** `C:\ha\configuration.yaml` → `ha/configuration.yaml`: no scheme, no root, no way up. */
function relativeUri(file: string): string {
  const segments = printable(file)
    .replace(/^[A-Za-z]:(?=[\\/])/, '')
    .split(/[\\/]/)
    .filter((segment) => !['', '.', '..'].includes(segment));
  return segments.map(encodeURIComponent).join('/') || 'unnamed';
}
