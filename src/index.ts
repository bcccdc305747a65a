/** The library: the wet half, the dry half, and the reporters, as the command uses them. */
export { evaluate, type EvaluateOptions } from './evaluate.js';
export { UsageError } from './errors.js';
export type * from './model.js';
export { parsePorts } from './ports.js';
export { type FormatName, render } from './reports/index.js';
export { parseReport, parseSurvey } from './schema.js';
export { survey } from './survey.js';
export type { Progress, SurveyOptions } from './survey/options.js';
export { planTargets, type TargetPlan } from './targets.js';
