/** What a user can get wrong: shown as one line on standard error, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * A look that did not end in a fact. Lives inside a scanner and dies in `observe`, which turns it into a
 * `ProbeFailure`.
 */
export class ProbeError extends Error {
  override readonly name = 'ProbeError';
  constructor(
    readonly kind: import('./model.js').ProbeFailure['kind'],
    detail: string,
  ) {
    super(detail);
  }
}
