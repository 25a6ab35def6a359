import { defineConfig } from 'vitest/config';

/** Suites with a command of their own, `npm run test:slow`. */
export const SLOW: readonly string[] = [
  'test/cli/process.test.ts',
  'test/domains/rotation/audit-agrees.test.ts',
  'test/domains/rotation/brute-force.test.ts',
  'test/explore/compare-scenarios.test.ts',
  'test/explore/explain.test.ts',
  'test/explore/ties.test.ts',
  'test/runs/killed-writer.test.ts',
  'test/runs/publish-killed.test.ts',
  'test/scenarios/example.test.ts',
  'test/sweep/**/*.test.ts',
  'test/weeks/**/*.test.ts',
];

export default defineConfig({
  test: { include: ['test/**/*.test.ts'], exclude: ['test/browser/**', ...SLOW], testTimeout: 60_000 },
});
