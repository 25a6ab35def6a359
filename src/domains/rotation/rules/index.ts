import { adjacency } from './adjacency.ts';
import { blackout } from './blackout.ts';
import { blockAndDayCaps } from './block-and-day-caps.ts';
import { changes } from './changes.ts';
import { competitive } from './competitive.ts';
import { creative } from './creative.ts';
import { evenness } from './evenness.ts';
import { exclusions } from './exclusions.ts';
import { flight } from './flight.ts';
import { frozen } from './frozen.ts';
import { guard } from './guard.ts';
import { maxShift } from './max-shift.ts';
import { once } from './once.ts';
import { prime } from './prime.ts';
import { rollingCap } from './rolling-cap.ts';
import { rotationOfCreatives } from './rotation-of-creatives.ts';
import type { Rule } from './rule.ts';
import { separation } from './separation.ts';
import { shift } from './shift.ts';

/** Every rule of the domain, in the order in which filters run and the report speaks of them. */
export const rules: readonly Rule[] = [
  shift,
  evenness,
  changes,
  rotationOfCreatives,
  frozen,
  flight,
  prime,
  exclusions,
  blackout,
  guard,
  maxShift,
  once,
  rollingCap,
  blockAndDayCaps,
  separation,
  competitive,
  creative,
  adjacency,
];
