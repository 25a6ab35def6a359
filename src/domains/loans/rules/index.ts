import { availability } from './availability.ts';
import { budgets } from './budgets.ts';
import { capacity } from './capacity.ts';
import { cooldown } from './cooldown.ts';
import { fairness } from './fairness.ts';
import { locality } from './locality.ts';
import { noRepeat } from './no-repeat.ts';
import { partnerLimits } from './partner-limits.ts';
import { ranks } from './ranks.ts';
import type { Rule } from './rule.ts';
import { tierCaps } from './tier-caps.ts';
import { vehicleOnce } from './vehicle-once.ts';

/** Every rule of the domain, in the order in which filters run and the report speaks of them. */
export const rules: readonly Rule[] = [
  availability,
  ranks,
  cooldown,
  noRepeat,
  vehicleOnce,
  capacity,
  tierCaps,
  fairness,
  budgets,
  partnerLimits,
  locality,
];
