import { describe, it } from 'vitest';
import { expectBest } from './all-schedules.ts';
import { randomTerms } from './random-terms.ts';
import { times } from './weeks.ts';

describe('the run gives the best of all schedules that the auditor allows, with rules that are off by default', () => {
  it.each(times(60, (k) => k))('random week %i', (seed) => expectBest(randomTerms(seed)));
});
