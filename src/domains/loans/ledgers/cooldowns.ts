import { epochDay } from '../../../tables/dates.ts';
import type { World } from '../world.ts';
import { cooldownDays, rankRulesOf } from './ranks.ts';

/** Until when a partner waits for a car, and on which record that rests. */
export interface Wait {
  /** First epoch day on which the partner may have the car again. */
  readonly epoch: number;
  readonly basis: 'model' | 'make';
}

/** Who has to wait for what, and until when. */
export interface Cooldowns {
  readonly blocks: (partner: number, vehicle: number, day: number) => boolean;
  readonly until: (partner: number, vehicle: number) => Wait | undefined;
}

/** The ledger of last ends by (partner, model) and (partner, make). A model's record decides alone where there is one. */
export function cooldownsOf(usualDays: number, world: World): Cooldowns {
  const { tables, vehicles, partners, days: startDays } = world;
  const lastOfModel = new Map<string, number>();
  const lastOfMake = new Map<string, number>();
  const later = (ledger: Map<string, number>, partner: string, what: string, end: number) => {
    const key = JSON.stringify([partner, what]);
    ledger.set(key, Math.max(ledger.get(key) ?? -Infinity, end));
  };
  for (const row of tables.loan_history.rows) {
    const end = row.end_date ?? row.start_date;
    if (end === null) continue;
    if (row.model !== null) later(lastOfModel, row.person_id, row.model, epochDay(end));
    later(lastOfMake, row.person_id, row.make, epochDay(end));
  }
  const days = daysOf(usualDays, world);
  const until = (partner: number, vehicle: number): Wait | undefined => {
    const { make, model } = vehicles[vehicle]!;
    const wait = days(world.approvalOf(partner, vehicle), make);
    if (wait === 0) return undefined;
    const { person_id } = partners[partner]!;
    const ofModel = lastOfModel.get(JSON.stringify([person_id, model]));
    if (ofModel !== undefined) return { epoch: ofModel + wait, basis: 'model' };
    const ofMake = lastOfMake.get(JSON.stringify([person_id, make]));
    return ofMake === undefined ? undefined : { epoch: ofMake + wait, basis: 'make' };
  };
  // Pairs meet on every day. First epoch day by pair, without an object for each: NaN until it is needed.
  const first = new Float64Array(partners.length * vehicles.length).fill(Number.NaN);
  return {
    until,
    blocks: (partner, vehicle, day) => {
      const at = partner * vehicles.length + vehicle;
      if (Number.isNaN(first[at]!)) first[at] = until(partner, vehicle)?.epoch ?? -Infinity;
      return startDays[day]!.epoch < first[at]!;
    },
  };
}

/** Days to wait by an approval: each rank of a make has its own. */
function daysOf(usualDays: number, { tables, approvals }: World): (approval: number, make: string) => number {
  const rules = rankRulesOf(tables.rules.rows);
  const days = approvals.map(({ make, rank }) => cooldownDays(rules, make, rank ?? 'C', usualDays));
  return (approval, make) => days[approval] ?? cooldownDays(rules, make, 'C', usualDays);
}
