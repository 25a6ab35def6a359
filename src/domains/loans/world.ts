import { nearest } from '../../problems/nearest.ts';
import { type Problem, Refusal } from '../../problems/problem.ts';
import { epochDay, isoDate, WEEKDAYS, type Weekday } from '../../tables/dates.ts';
import type { LoansSettings } from './scenario.ts';
import { slotsOn } from './slots.ts';
import type { LoansTables, PartnerRow, VehicleRow } from './tables.ts';

/** The office's cars, partners, approvals and days, numbered in the order of their keys. */
export interface World {
  readonly vehicles: readonly VehicleRow[];
  readonly partners: readonly PartnerRow[];
  readonly approvals: readonly Approval[];
  /** Approvals of each make, by partner. */
  readonly byMake: ReadonlyMap<string, readonly number[]>;
  /** The start days of the scenario, in order. */
  readonly days: readonly StartDay[];
}

/** A partner may have cars of a make. */
export interface Approval {
  readonly partner: number;
  readonly make: string;
  /** As written in approved_makes. */
  readonly rank: string | null;
}

export interface StartDay {
  readonly date: string;
  readonly epoch: number;
  readonly weekday: Weekday;
  /** Loans that may start on it. */
  readonly slots: number;
}

/** Indexes the tables for one office and week. Refuses an office that the tables do not know. */
export function worldOf(settings: LoansSettings, tables: LoansTables): World {
  const { office } = settings;
  const vehicles = tables.vehicles.rows.filter((row) => row.office === office);
  const partners = tables.media_partners.rows.filter((row) => row.office === office);
  if (vehicles.length === 0 || partners.length === 0)
    throw new Refusal([officeProblem(settings, tables, vehicles.length)]);
  const partnerIndex = new Map(partners.map((row, index) => [row.person_id, index]));
  const makes = new Set(vehicles.map((row) => row.make));
  const approvals: Approval[] = [];
  const byMake = new Map<string, number[]>();
  for (const { person_id, make, rank } of tables.approved_makes.rows) {
    const partner = partnerIndex.get(person_id);
    if (partner === undefined || !makes.has(make)) continue;
    byMake.set(make, [...(byMake.get(make) ?? []), approvals.length]);
    approvals.push({ partner, make, rank });
  }
  for (const list of byMake.values()) list.sort((a, b) => approvals[a]!.partner - approvals[b]!.partner);
  return { vehicles, partners, approvals, byMake, days: startDays(settings, tables) };
}

function startDays(settings: LoansSettings, tables: LoansTables): readonly StartDay[] {
  const monday = epochDay(settings.week);
  const slots = slotsOn(settings, tables);
  return WEEKDAYS.flatMap((weekday, offset) => {
    if (!settings.start_days.includes(weekday)) return [];
    const date = isoDate(monday + offset);
    return [{ date, epoch: monday + offset, weekday, slots: slots(date) }];
  });
}

function officeProblem(settings: LoansSettings, tables: LoansTables, vehicles: number): Problem {
  const table = vehicles === 0 ? tables.vehicles : tables.media_partners;
  const known = [...new Set(table.rows.map((row) => row.office))].sort();
  const close = nearest(settings.office, known);
  const others =
    known.length === 0
      ? 'Maybe the table was cut short: it has no rows.'
      : `Maybe one of: ${known.slice(0, 12).join(', ')}.`;
  return {
    path: ['office'],
    message: `no row of ${table.name} has the office "${settings.office}"`,
    maybe: close ? `Maybe you meant "${close}".` : others,
  };
}
