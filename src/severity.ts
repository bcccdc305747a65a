import type { Severity } from './model.js';

/** Worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const satisfies readonly Severity[];

/** 0 is the worst. */
export const rankOf = (severity: Severity): number => SEVERITIES.indexOf(severity);

export const atLeast = (severity: Severity, floor: Severity): boolean => rankOf(severity) <= rankOf(floor);
