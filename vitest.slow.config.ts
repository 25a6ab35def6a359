import { defineConfig } from 'vitest/config';
import { SLOW } from './vitest.config.ts';

export default defineConfig({
  test: { include: [...SLOW], testTimeout: 240_000, hookTimeout: 240_000, isolate: false, maxWorkers: '100%' },
});
