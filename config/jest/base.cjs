// Shared by every tier: SWC to CommonJS for our code and for Nest 12, which ships ES modules only.
const path = require('node:path');
const swc = require('../swc.json');
const { $schema, sourceMaps, ...rest } = swc;

module.exports = (testMatch, extra = {}) => ({
  rootDir: path.resolve(__dirname, '../..'),
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^@gridstaff/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' },
  transform: { '^.+\\.(t|j|mj)s$': ['@swc/jest', { ...rest, sourceMaps: 'inline', module: { type: 'commonjs', lazy: swc.module.lazy } }] },
  transformIgnorePatterns: [],
  setupFiles: ['reflect-metadata'],
  ...extra,
});
