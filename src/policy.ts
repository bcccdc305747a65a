import type { CheckMeta, Policy } from './model.js';

export type { FailOn, Policy, UnknownRule } from './model.js';
export { applyPolicy } from './policy/apply.js';
export { expectedPorts } from './policy/expect.js';
export { gateOf, type GateOptions } from './policy/gate.js';

/** Reads porosity.yaml; throws a UsageError that names file, line, column and what would be right. */
export async function readPolicy(path: string, checks: readonly Pick<CheckMeta, 'id' | 'aliases'>[]): Promise<Policy> {
  const { readPolicyFile } = await import('./policy/read.js');
  return readPolicyFile(path, checks);
}
