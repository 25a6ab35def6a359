import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../src/domains/rotation/audit.ts';
import { bestOfAll, bundleLog } from './bundle-log.ts';
import { best } from './cases.ts';

async function expectBestOfAll(seed: number): Promise<void> {
  const keys = bundleLog(seed);
  const { solution, settings, tables, instance, quarantine } = await best(keys);
  const reached = ['guaranteed', 'priority', 'remnant'].map(
    (tier) => solution.priorities?.find(({ name }) => name === tier)?.value ?? 0,
  );
  const { violations } = auditRotation(settings, tables, instance.schedule(solution.chosen));
  const texts = violations.map(({ rule, text }) => `${rule}: ${text}`);
  expect({ seed, status: solution.status, reached, quarantine, texts }).toEqual({
    seed,
    status: 'optimal',
    reached: bestOfAll(keys),
    quarantine: [],
    texts: [],
  });
}

describe('bookends and piggybacks', () => {
  it.each(Array.from({ length: 20 }, (_, k) => 15 * k))(
    'random logs %i to the fifteenth from it are the best of all that there are, and the audit finds nothing',
    async (first) => {
      for (let seed = first; seed < first + 15; seed++) await expectBestOfAll(seed);
    },
  );
});
