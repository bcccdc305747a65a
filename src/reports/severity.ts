import type { Severity } from '../model.js';

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** 0 is the worst. */
export const rankOf = (severity: Severity): number => SEVERITIES.indexOf(severity);

export const atLeast = (severity: Severity, floor: Severity): boolean => rankOf(severity) <= rankOf(floor);
