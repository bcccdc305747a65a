export default {
  testEnvironment: 'node',
  transform: {},
  roots: ['<rootDir>/dist/tests'],
  testMatch: ['**/*.test.js'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/tests/real/'],
  coverageProvider: 'v8',
  collectCoverageFrom: ['dist/src/**/*.js'],
};
