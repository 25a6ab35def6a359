import type { Facts } from '../facts/facts.ts';
import { bundleFaults } from './bundles.ts';
import { capacityMargins } from './capacity.ts';
import { capMargins } from './caps.ts';
import { distanceMargins, neighbourFaults } from './distances.ts';
import { faultsOf, type SpotFault, type SpotMargin } from './faults.ts';
import { fillFaults } from './fill.ts';
import { placeFaults } from './place.ts';

/** How near a log is to breaking each rule that can be measured. */
export const marginsOf = (facts: Facts): readonly SpotMargin[] => [
  ...capacityMargins(facts),
  ...capMargins(facts),
  ...distanceMargins(facts),
];

/** The rules of spots that a log breaks, whoever may be excused. */
export const brokenIn = (facts: Facts, margins: readonly SpotMargin[]): readonly SpotFault[] => [
  ...placeFaults(facts),
  ...faultsOf(margins),
  ...neighbourFaults(facts),
  ...bundleFaults(facts),
  ...fillFaults(facts),
];
