import { describe, it } from 'vitest';
import { expectBestWeek } from './all-schedules.ts';
import { times } from './weeks.ts';

// The other weeks: `npm run test:slow`.
describe('the run gives the best of all schedules that the auditor allows', () => {
  it.each(times(100, (seed) => seed))('random week %i', expectBestWeek);
});
