export default {
  testEnvironment: 'node',
  transform: {},
  roots: ['<rootDir>/dist/tests'],
  testMatch: ['**/*.test.js'],
  coverageProvider: 'v8',
  collectCoverageFrom: ['dist/src/**/*.js'],
};
