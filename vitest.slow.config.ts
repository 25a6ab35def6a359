import { defineConfig } from 'vitest/config';
import { SLOW } from './vitest.config.ts';

/** The suites that would keep `npm test` above three minutes: processes that are killed, long searches, whole sweeps. */
export default defineConfig({
  test: { include: [...SLOW], testTimeout: 240_000, hookTimeout: 240_000 },
});
