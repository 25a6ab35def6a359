import { curriculum, instructor, sameDay } from './clashes.ts';
import { dayTotal } from './day-total.ts';
import { fits } from './fits.ts';
import { locks } from './locks.ts';
import { lunch } from './lunch.ts';
import { placed } from './placed.ts';
import { run } from './run.ts';
import { span } from './span.ts';
import { threeInARow } from './three-in-a-row.ts';
import { unavailable } from './unavailable.ts';

/** The rules of the domain, in the order in which they are explained. */
export const rules = [
  fits,
  placed,
  curriculum,
  instructor,
  sameDay,
  unavailable,
  locks,
  dayTotal,
  span,
  run,
  threeInARow,
  lunch,
];
