import { count, numberOf, plural, recordsOf, textOf } from '../../report/page.ts';
import type { Run } from '../../runs/run.ts';
import type { Fields } from '../../scenario/scenario.ts';
import { longDate } from '../../tables/dates.ts';
import { feasible, filtered } from './candidates.ts';
import { knownFor } from './reasons.ts';
import { rules } from './rules/index.ts';
import type { LoansSettings } from './scenario.ts';
import type { LoansTables } from './tables.ts';

/** Asked about a day: how full it is, and what keeps the rest of its slots empty. */
export function about(settings: LoansSettings, tables: LoansTables, fields: Fields, run: Run): readonly string[] {
  const { start_day: date, ...others } = fields;
  if (date === undefined || Object.keys(others).length > 0) return [];
  const row = recordsOf(run.tables.capacity).find((each) => textOf(each, 'date') === date);
  if (row === undefined) return [];
  const [slots, used, left] = [numberOf(row, 'capacity'), numberOf(row, 'used'), numberOf(row, 'remaining')];
  if (slots === 0) return [`${longDate(date)} has no slots`];
  const full = `${longDate(date)}: ${count(used)} of ${plural(slots, 'slot')} used`;
  if (left <= 0) return [`${full}; every slot is taken`];
  return [`${full}, ${count(left)} empty: ${bottleneck(settings, tables, date, slots - numberOf(row, 'existing'))}`];
}

/** What is short on a day with empty slots: candidates, cars, partners; else it is the policy that keeps them empty. */
function bottleneck(settings: LoansSettings, tables: LoansTables, date: string, slots: number): string {
  const known = knownFor(settings, tables);
  const filters = rules.flatMap((rule) => rule.filter?.(known) ?? []);
  const { candidates } = filtered(feasible(known.world, known.availability), filters);
  const day = known.world.days.findIndex((each) => each.date === date);
  const own = [...candidates.day.keys()].filter((j) => candidates.day[j] === day);
  const cars = new Set(own.map((j) => candidates.vehicle[j]!)).size;
  const partners = new Set(own.map((j) => candidates.partner[j]!)).size;
  if (own.length === 0) return 'no candidate starts on it (see the funnel for what removed them)';
  if (cars < slots) return `only ${plural(cars, 'car')} can start on it`;
  const limit = settings.rules.partner_limits === false ? 0 : settings.rules.partner_limits.per_day;
  if (limit > 0 && partners * limit < slots)
    return `only ${plural(partners, 'partner')} can start on it, and each may start ${count(limit)} a day`;
  return `${plural(own.length, 'candidate')} of ${plural(cars, 'car')} and ${plural(partners, 'partner')} could fill them, and each would cost more in penalties, or elsewhere, than it scores`;
}
