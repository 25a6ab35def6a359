import { cadence } from './cadence.ts';
import { crowding } from './crowding.ts';
import { caps, frequency } from './frequency.ts';
import { exactOnly, greedy } from './greedy.ts';
import { blackouts, holidays, locked, platformHours, possible, quietHours, scoreFloor } from './hours.ts';
import { order } from './order.ts';
import { sameHour, sameText } from './repeats.ts';
import { spacing } from './spacing.ts';
import { concurrency, perHour } from './together.ts';

/** Every rule of the domain, in the order in which its filters are asked. */
export const rules = [
  greedy,
  ...[
    possible,
    blackouts,
    locked,
    quietHours,
    platformHours,
    holidays,
    scoreFloor,
    spacing,
    sameText,
    sameHour,
    concurrency,
    perHour,
    caps,
    frequency,
    order,
  ].map(exactOnly),
  crowding,
  cadence,
];
