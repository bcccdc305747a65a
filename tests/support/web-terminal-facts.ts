import type { Facts } from '../../src/model.js';

/** The page of an open ttyd, with what matters changed. */
export const page = (over: Partial<Facts['web-terminal.page']> = {}) => ({
  'web-terminal.page': {
    product: 'ttyd' as const,
    base: '',
    door: 'open' as const,
    banner: 'ttyd/1.7.7 (libwebsockets/4.1.6-)',
    headers: {},
    saw: 'GET / answered 200',
    ...over,
  },
});
