import { readFileSync } from 'node:fs';

/** Sockets beyond this bring nothing: no machine starts more connections within the shortest deadline. */
const USEFUL_SOCKETS = 20_000;
/** Left for the rest of the process: event loops, files, the report. */
const RESERVE = 64;
const RESERVE_OF_LARGE_LIMIT = 512;
const ASSUMED_LIMIT = 256;

/** How many sockets a sweep may hold at once within this process's limit on file descriptors. */
export function socketsAtOnce(limit = fileDescriptorLimit()): number {
  const reserve = limit >= 8 * RESERVE_OF_LARGE_LIMIT ? RESERVE_OF_LARGE_LIMIT : Math.min(RESERVE, Math.floor(limit / 2));
  return Math.min(USEFUL_SOCKETS, Math.max(1, limit - reserve));
}

/** The soft limit, which Node has raised to the hard one at its start. */
function fileDescriptorLimit(): number {
  try {
    const [, soft] = /^Max open files\s+(\d+|unlimited)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return readLimit(soft);
  } catch {
    // Not Linux. The report takes some milliseconds, which is why it is not asked first.
    const report = process.report?.getReport() as { userLimits?: { open_files?: { soft?: string | number } } } | undefined;
    return readLimit(String(report?.userLimits?.open_files?.soft));
  }
}

function readLimit(text: string | undefined): number {
  if (text === 'unlimited') return Infinity;
  const limit = Number(text);
  return Number.isFinite(limit) && limit > 0 ? limit : ASSUMED_LIMIT;
}
