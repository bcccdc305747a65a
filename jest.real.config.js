import unit from './jest.config.js';

/** Real systems from their registries: slow to install, so not a part of `npm test`; and one at a time. */
export default { ...unit, roots: ['<rootDir>/dist/tests/real'], testPathIgnorePatterns: [], maxWorkers: 1, testTimeout: 60_000 };
