import type { Rule } from '../../../policy/rule.ts';
import type { RotationAxis, World } from '../world/world.ts';
import { adjacency } from './adjacency.ts';
import { blackout } from './blackout.ts';
import { blockAndDayCaps } from './block-and-day-caps.ts';
import { bundles } from './bundles.ts';
import { competitive } from './distances/competitive.ts';
import { creative } from './distances/creative.ts';
import { robust } from './distances/robust.ts';
import { separation } from './distances/separation.ts';
import { exclusions } from './exclusions.ts';
import { fill } from './fill.ts';
import { flight } from './flight.ts';
import { frozen } from './frozen.ts';
import { guard } from './guard.ts';
import { maxShift } from './max-shift.ts';
import { once } from './once.ts';
import { owed } from './owed.ts';
import { prime } from './prime.ts';
import { rollingCap } from './rolling-cap.ts';
import { evenness } from './weights/evenness.ts';
import { rotationOfCreatives } from './weights/rotation-of-creatives.ts';

/** Every rule of the domain, in the order in which filters run and the report speaks of them. */
export const rules: readonly Rule<World, RotationAxis>[] = [
  evenness,
  rotationOfCreatives,
  frozen,
  owed,
  flight,
  prime,
  exclusions,
  blackout,
  guard,
  maxShift,
  once,
  robust,
  rollingCap,
  blockAndDayCaps,
  separation,
  competitive,
  creative,
  adjacency,
  bundles,
  fill,
];
