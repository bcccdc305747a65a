import type { Facts } from '../../src/model.js';

/** http.root as a plain page gives it, with what matters changed. */
export const root = (over: Partial<Facts['http.root']> = {}) => ({
  'http.root': { status: 200, server: '', title: '', headers: { 'content-type': 'text/html' }, location: '', bodyExcerpt: '', ...over },
});
/** http.final, likewise. */
export const final = (over: Partial<Facts['http.final']> = {}) => ({
  'http.final': { ...root()['http.root'], path: '/', hops: 0, passwordFields: 0, ...over },
});
