import type { Availability } from './availability.ts';
import type { Caps } from './caps.ts';
import type { Commitments } from './commitments.ts';
import type { Cooldowns } from './cooldowns.ts';
import type { Money } from './money.ts';
import type { LoansSettings } from './scenario.ts';
import type { LoansTables } from './tables.ts';
import type { World } from './world.ts';

/** What is known once the tables are indexed: all that rules may look at. */
export interface Known {
  readonly settings: LoansSettings;
  readonly tables: LoansTables;
  readonly world: World;
  readonly availability: Availability;
  readonly cooldowns: Cooldowns;
  readonly caps: Caps;
  readonly money: Money;
  readonly commitments: Commitments;
}
