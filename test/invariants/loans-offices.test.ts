import { describe, it } from 'vitest';
import { expectBest } from './all-schedules.ts';
import { randomOffices } from './random-offices.ts';
import { times } from './weeks.ts';

describe('a week of two offices is the best of all schedules that the auditor allows', () => {
  it.each(times(40, (seed) => seed))('random offices %i', (seed) => expectBest(randomOffices(seed)));
});
