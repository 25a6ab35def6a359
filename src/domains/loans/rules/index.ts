import type { Rule } from '../../../policy/rule.ts';
import type { LoanAxis, World } from '../world.ts';
import { approvals } from './approvals.ts';
import { availability } from './availability.ts';
import { budgets } from './budgets.ts';
import { capacity } from './capacity.ts';
import { cooldown } from './cooldown.ts';
import { fairness } from './fairness.ts';
import { hours } from './hours.ts';
import { locality } from './locality.ts';
import { maintenance } from './maintenance.ts';
import { noRepeat } from './no-repeat.ts';
import { partnerLimits } from './partner-limits.ts';
import { pause } from './pause.ts';
import { ranks } from './ranks.ts';
import { tierCaps } from './tier-caps.ts';
import { vehicleOnce } from './vehicle-once.ts';

/** Every rule of the domain, in the order in which filters run and the report speaks of them. */
export const rules: readonly Rule<World, LoanAxis>[] = [
  availability,
  approvals,
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
  pause,
  maintenance,
  hours,
];
