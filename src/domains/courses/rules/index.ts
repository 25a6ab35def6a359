import { curriculum, instructor, room, sameDay } from './clashes.ts';
import { dayTotal } from './days/day-total.ts';
import { isolated } from './days/isolated.ts';
import { lunch } from './days/lunch.ts';
import { minDays } from './days/min-days.ts';
import { run } from './days/run.ts';
import { span } from './days/span.ts';
import { threeInARow } from './days/three-in-a-row.ts';
import { fits } from './fits.ts';
import { links } from './links.ts';
import { locks } from './locks.ts';
import { placed } from './placed.ts';
import { roomStability } from './places/room-stability.ts';
import { seats } from './places/seats.ts';
import { travel } from './places/travel.ts';
import { students } from './students.ts';
import { teaching } from './teaching.ts';
import { unavailable } from './unavailable.ts';

/** The rules of the domain, in the order in which they are explained. */
export const rules = [
  fits,
  placed,
  curriculum,
  instructor,
  room,
  seats,
  sameDay,
  minDays,
  unavailable,
  locks,
  links,
  teaching,
  travel,
  roomStability,
  students,
  dayTotal,
  span,
  run,
  threeInARow,
  isolated,
  lunch,
];
