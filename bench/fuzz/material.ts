/** Recorded answers of one sort, and what porosity reads them with. */
export interface Sort {
  readonly name: string;
  readonly answers: readonly Buffer[];
  /** Reads a mutated answer; `index` is the recorded one it came from. Anything thrown that `failureOf` calls a bug is a crash. */
  read(answer: Buffer, index: number): unknown;
}

/** What one protocol is fuzzed with. */
export interface Material {
  readonly protocol: string;
  /** Codecs: fast, and watched for outcomes that are new. */
  readonly codecs: readonly Sort[];
  /** The whole scanner against a peer that sends the answer; one for many codec runs. */
  readonly scanners: readonly Sort[];
}
