import type { Asking } from '../../policy/kind.ts';
import { count, numberOf, plural, recordsOf, textOf } from '../../report/page.ts';
import type { Run } from '../../runs/run.ts';
import type { Fields } from '../../scenario/scenario.ts';
import { longDate } from '../../tables/dates.ts';
import type { LoansSettings } from './scenario.ts';
import type { LoanAxis, World } from './world.ts';

type AskingLoans = Asking<LoansSettings, World, LoanAxis>;

/** About a day: how full it is, and what keeps the rest of its slots empty. */
export function about(asking: AskingLoans, fields: Fields, run: Run): readonly string[] {
  const { start_day: date, ...others } = fields;
  if (date === undefined || Object.keys(others).length > 0) return [];
  const row = recordsOf(run.tables.capacity).find((each) => textOf(each, 'date') === date);
  if (row === undefined) return [];
  const [slots, used, left] = [numberOf(row, 'capacity'), numberOf(row, 'used'), numberOf(row, 'remaining')];
  if (slots === 0) return [`${longDate(date)} has no slots`];
  const full = `${longDate(date)}: ${count(used)} of ${plural(slots, 'slot')} used`;
  if (left <= 0) return [`${full}; every slot is taken`];
  return [`${full}, ${count(left)} empty: ${bottleneck(asking, date, slots - numberOf(row, 'existing'))}`];
}

/** What is short on a day with empty slots: candidates, cars, partners; else it is the policy that keeps them empty. */
function bottleneck({ settings, world, all }: AskingLoans, date: string, slots: number): string {
  const day = world.days.findIndex((each) => each.date === date);
  const own = [...all.start_day.keys()].filter((j) => all.start_day[j] === day);
  const cars = new Set(own.map((j) => all.vin[j]!)).size;
  const partners = new Set(own.map((j) => all.person_id[j]!)).size;
  if (own.length === 0) return 'no candidate starts on it (see the funnel for what removed them)';
  if (cars < slots) return `only ${plural(cars, 'car')} can start on it`;
  const limit = settings.rules.partner_limits === false ? 0 : settings.rules.partner_limits.per_day;
  if (limit > 0 && partners * limit < slots)
    return `only ${plural(partners, 'partner')} can start on it, and each may start ${count(limit)} a day`;
  return `${plural(own.length, 'candidate')} of ${plural(cars, 'car')} and ${plural(partners, 'partner')} could fill them, and each would cost more in penalties, or elsewhere, than it scores`;
}
