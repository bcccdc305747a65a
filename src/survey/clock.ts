export interface Times {
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly durationMs: number;
}

/** Begins now; the function that comes back ends it. Clocks jump; what has gone by does not. */
export function startClock(): () => Times {
  const startedAt = new Date();
  const started = performance.now();
  return () => {
    const durationMs = Math.round(performance.now() - started);
    const finishedAt = new Date(startedAt.getTime() + durationMs);
    return { startedAt: startedAt.toISOString(), finishedAt: finishedAt.toISOString(), durationMs };
  };
}
