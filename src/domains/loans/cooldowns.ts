import { epochDay } from '../../tables/dates.ts';
import type { Candidates } from './candidates.ts';
import type { LoansSettings } from './scenario.ts';
import type { LoansTables } from './tables.ts';
import type { World } from './world.ts';

/** Who has to wait for what, and until when. */
export interface Cooldowns {
  readonly blocks: (candidates: Candidates, index: number) => boolean;
  /** First epoch day on which the partner may have the car again, and on which record that rests. */
  readonly until: (
    partner: number,
    vehicle: number,
  ) => { readonly epoch: number; readonly basis: 'model' | 'make' } | undefined;
}

/** The ledger of last ends by (partner, model) and (partner, make). A model's record decides alone where there is one. */
export function cooldownsOf(settings: LoansSettings, tables: LoansTables, world: World): Cooldowns {
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
  const days = daysOf(settings, tables);
  const answer = (partner: number, vehicle: number) => {
    const { make, model } = world.vehicles[vehicle]!;
    const wait = days(make);
    if (wait === 0) return undefined;
    const { person_id } = world.partners[partner]!;
    const ofModel = lastOfModel.get(JSON.stringify([person_id, model]));
    if (ofModel !== undefined) return { epoch: ofModel + wait, basis: 'model' as const };
    const ofMake = lastOfMake.get(JSON.stringify([person_id, make]));
    return ofMake === undefined ? undefined : { epoch: ofMake + wait, basis: 'make' as const };
  };
  // Pairs meet on every day. First epoch day by pair, without an object for each: NaN until it is asked for.
  const first = new Float64Array(world.partners.length * world.vehicles.length).fill(Number.NaN);
  return {
    until: answer,
    blocks: (candidates, index) => {
      const [partner, vehicle] = [candidates.partner[index]!, candidates.vehicle[index]!];
      const pair = partner * world.vehicles.length + vehicle;
      if (Number.isNaN(first[pair]!)) first[pair] = answer(partner, vehicle)?.epoch ?? -Infinity;
      return world.days[candidates.day[index]!]!.epoch < first[pair]!;
    },
  };
}

/** Days to wait for a make: its first row in the rules table decides, whatever the rank. */
function daysOf(settings: LoansSettings, tables: LoansTables): (make: string) => number {
  const rule = settings.rules.cooldown;
  const fallback = rule === false ? 0 : rule.days;
  const own = new Map<string, number>();
  for (const row of tables.rules.rows) if (!own.has(row.make)) own.set(row.make, row.cooldown_period ?? fallback);
  return (make) => own.get(make) ?? fallback;
}
