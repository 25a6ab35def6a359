import { defineConfig } from 'vitest/config';
import { sources } from './test/house/sources.ts';

/**
 * Suites with a command of their own, `npm run test:slow`: processes that are killed or started over, long searches, most
 * of the random instances.
 */
export const SLOW: readonly string[] = [
  'test/cli/process.test.ts',
  'test/bundle/own-kind.test.ts',
  'test/cli/interactive.test.ts',
  'test/domains/rotation/audit-agrees.test.ts',
  'test/domains/rotation/brute-force-all.test.ts',
  'test/domains/rotation/bundle-log.test.ts',
  'test/domains/rotation/explain-random.test.ts',
  'test/domains/rotation/fill-log.test.ts',
  'test/invariants/loans-brute-force-all.test.ts',
  'test/domains/loans/audit-agrees.test.ts',
  'test/domains/rotation/audit-agrees-past.test.ts',
  'test/invariants/loans-terms.test.ts',
  'test/tables/cells/enemy.test.ts',
  'test/house/examples.test.ts',
  'test/report/pages.test.ts',
  'test/given/audit.test.ts',
  'test/domains/courses/random-all.test.ts',
  'test/domains/courses/wide.test.ts',
  'test/domains/rotation/loosenings.test.ts',
  'test/domains/rotation/brute-force.test.ts',
  'test/invariants/loans-brute-force.test.ts',
  'test/invariants/mutation.test.ts',
  'test/invariants/monotone.test.ts',
  'test/invariants/shuffle.test.ts',
  'test/kernel/improve/improve.test.ts',
  'test/kernel/large/log.test.ts',
  'test/domains/rotation/world/breaks-agree.test.ts',
  'test/scenarios/faculty.test.ts',
  'test/scenarios/agency.test.ts',
  'test/scenarios/station-week.test.ts',
  'test/audit/certificate-random.test.ts',
  'test/ties/ties.test.ts',
  'test/runs/killed-writer.test.ts',
  'test/publish/killed.test.ts',
  'test/storage/killed.test.ts',
  'test/sweep/sweep.test.ts',
  'test/sweep/plan.test.ts',
  'test/domains/courses/summary.test.ts',
  'test/breakpoints/breakpoints.test.ts',
  'test/cli/commands/compare.test.ts',
  'test/docs/your-own-kind.test.ts',
  'test/tables/sources/copy.test.ts',
  'test/domains/posts/random-all.test.ts',
  'test/learn/simulations.test.ts',
  'test/dispatch/ten-thousand.test.ts',
];

/** What a suite does to its process and another suite would find there. */
const LASTING =
  /\bvi\.(?:mock|doMock|stubGlobal|stubEnv|useFakeTimers)\(|\bprocess\.(?:chdir\(|env(?:\.\w+|\[[^\]]+\]) ?=[^=])/;

/** Suites that need a browser, or programs that are installed apart. */
const APART = ['test/browser/', 'test/services/', 'test/testbed/'];

const suites = sources('test').filter(
  ({ file }) => file.endsWith('.test.ts') && !APART.some((folder) => file.startsWith(folder)),
);

/**
 * Suites with a process each, which run before all others: the longest, which would else begin last, and those that
 * leave their mark.
 */
export const ALONE: readonly string[] = [
  'test/scenarios/scenarios.test.ts',
  ...suites.filter(({ code }) => code.some((line) => LASTING.test(line))).map(({ file }) => file),
];

const testTimeout = 60_000;

/*
 * All other suites share the modules that their worker has loaded: to load the solver, the charts and the schemas anew
 * for each file costs nearly as much as the tests themselves. Projects run in the order of their names.
 */
export default defineConfig({
  test: {
    // Every core: by itself vitest leaves one idle, which of two is half the machine.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'alone', include: [...ALONE], testTimeout } },
      {
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...APART.map((folder) => `${folder}**`), ...SLOW, ...ALONE],
          testTimeout,
          isolate: false,
        },
      },
    ],
  },
});
