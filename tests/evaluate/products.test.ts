import { expect, test } from '@jest/globals';
import { reportService } from '../../src/evaluate/products.js';
import type { KnownHost, KnownService } from '../../src/evaluate/subjects.js';

const serviceWith = (facts: object) =>
  ({ service: { protocol: 'smb', port: 445, facts }, recognised: [], evidence: {} }) as unknown as KnownService;
const shares = (comment: string) => ({ 'smb.shares': { ok: true, value: [{ name: 'IPC$', comment }] } });
const HOST = { subjects: [] } as unknown as KnownHost;

test.each([
  ['IPC Service (Samba 4.17.12-Debian)', 'Samba', '4.17.12-Debian'],
  ['IPC Service (hassio server)', '', ''],
])('what Samba says of itself beside IPC$: %s', (comment, product, version) => {
  expect(reportService(serviceWith(shares(comment)), HOST)).toMatchObject({ product, version });
});
