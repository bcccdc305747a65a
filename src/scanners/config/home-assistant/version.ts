/** True where a release is at least another one; `2024.3.3`, `0.70.0`, `2026.8.0b2` and Supervisor's `2026.03.2` compare by number. */
export function atLeast(version: string, floor: string): boolean {
  const have = numbersOf(version);
  for (const [index, wanted] of numbersOf(floor).entries()) {
    const own = have[index] ?? 0;
    if (own !== wanted) return own > wanted;
  }
  return true;
}

const numbersOf = (version: string): readonly number[] => version.split('.').map((part) => parseInt(part, 10) || 0);
