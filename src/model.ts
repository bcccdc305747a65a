/*
 * Every shared type. Nothing here runs: the files import types only.
 * Read `facts/` beside it: the dictionary of everything porosity can know.
 */
export type * from './model/subject.js';
export type * from './model/survey.js';
export type * from './model/judgement.js';
export type * from './model/policy.js';
export type * from './model/report.js';
