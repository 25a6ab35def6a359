import { nearest } from '../../problems/nearest.ts';
import { type Problem, Refusal } from '../../problems/problem.ts';
import { addDays, epochDay, isoDate, longDate, WEEKDAYS, type Weekday } from '../../tables/dates.ts';
import { noteTexts } from '../../tables/problems.ts';
import { type Publications, publicationsOf } from './ledgers/publications.ts';
import type { LoansTables, PartnerRow, VehicleRow } from './tables.ts';

/** Whose cars and partners are scheduled: those of one office, of several together, or of all. */
export interface Offices {
  readonly office?: string | undefined;
  readonly offices?: 'all' | readonly string[] | undefined;
}

/** The settings that say which question it is, and nothing of policy. */
export interface LoansScope extends Offices {
  /** The Monday of the week. */
  readonly week: string;
  readonly weeks?: number | undefined;
  readonly start_days: readonly Weekday[];
}

/** Those settings of a scenario. */
export const scopeOf = ({ office, offices, week, weeks, start_days }: LoansScope): LoansScope => ({
  office,
  offices,
  week,
  weeks,
  start_days,
});

/** The cars, partners, approvals and days of the offices, numbered in the order of their keys. */
export interface World {
  readonly scope: LoansScope;
  readonly tables: LoansTables;
  /** The offices, in the order of the scenario; of all, in alphabetical order. */
  readonly offices: readonly string[];
  /** The office of each car, by its place among the offices. */
  readonly officeOf: Int32Array;
  /** Whether a partner may have cars of an office. */
  readonly isServed: (partner: number, office: number) => boolean;
  readonly vehicles: readonly VehicleRow[];
  readonly partners: readonly PartnerRow[];
  readonly approvals: readonly Approval[];
  /** The approval by which a partner may have a car; -1 where there is none. */
  readonly approvalOf: (partner: number, vehicle: number) => number;
  /** What became of the loans of each approval in the last 24 months. */
  readonly publications: readonly Publications[];
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
}

/** The axes of a loan: from which day, which car, to which partner. */
export type LoanAxis = 'start_day' | 'vin' | 'person_id';

/** The offices that a scenario means. All are those that have cars and partners. */
export function officesOf({ office, offices }: Offices, tables: LoansTables): readonly string[] {
  if (offices !== 'all') return offices ?? [office!];
  const lending = new Set<string>(tables.vehicles.rows.map((row) => row.office));
  const borrowing = new Set<string>(tables.media_partners.rows.flatMap(lendersOf(tables)));
  return [...lending].filter((each) => borrowing.has(each)).sort();
}

/** The offices that lend to a partner: its own, and those of the table partner_offices. */
export function lendersOf(tables: LoansTables): (partner: PartnerRow) => readonly string[] {
  const others = new Map<string, string[]>();
  for (const { person_id, office } of tables.partner_offices.rows)
    others.set(person_id, [...(others.get(person_id) ?? []), office]);
  return ({ person_id, office }) => [office, ...(others.get(person_id) ?? [])];
}

/** Indexes the tables for a week of one office or several. Refuses an office that the tables do not know. */
export function worldOf({ settings: scope, tables }: { settings: LoansScope; tables: LoansTables }): World {
  const { start_days } = scope;
  const offices = officesOf(scope, tables);
  const officeAt = new Map(offices.map((office, index) => [office, index]));
  const vehicles = tables.vehicles.rows.filter((row) => officeAt.has(row.office));
  const lenders = lendersOf(tables);
  const partners = tables.media_partners.rows.filter((row) => lenders(row).some((each) => officeAt.has(each)));
  for (const [k, office] of offices.entries()) {
    const lends = vehicles.some((row) => row.office === office);
    if (lends && partners.some((row) => lenders(row).includes(office))) continue;
    const path = scope.office === undefined ? ['offices', k] : ['office'];
    throw new Refusal([officeProblem(office, path, lends ? tables.media_partners : tables.vehicles)]);
  }
  const officeOf = Int32Array.from(vehicles, ({ office }) => officeAt.get(office)!);
  const served = partners.map((row) => new Set(lenders(row).map((each) => officeAt.get(each))));
  const isServed = (partner: number, office: number) => served[partner]!.has(office);
  const monday = epochDay(scope.week);
  const days = WEEKDAYS.flatMap((weekday, offset) =>
    start_days.includes(weekday) ? [{ date: isoDate(monday + offset), epoch: monday + offset, weekday }] : [],
  );
  const { approvals, approvalOf } = approvalsOf(tables, lenders, vehicles, partners);
  const publications = publicationsOf({ week: scope.week, history: tables.loan_history.rows, partners, approvals });
  return {
    ...{ scope, tables, offices, officeOf, isServed, vehicles, partners, days },
    ...{ approvals, approvalOf, publications },
  };
}

/** Approvals of the offices' partners for the makes that the offices have, in the order of their table. */
function approvalsOf(
  tables: LoansTables,
  lenders: ReturnType<typeof lendersOf>,
  vehicles: readonly VehicleRow[],
  partners: readonly PartnerRow[],
): Pick<World, 'approvals' | 'approvalOf'> {
  const partnerAt = new Map(partners.map((row, index) => [row.person_id, index]));
  const makes = [...new Set(vehicles.map((row) => row.make))];
  const makeAt = new Map(makes.map((make, index) => [make, index]));
  const fleets = new Map<string, Set<string>>();
  for (const row of vehicles) fleets.set(row.office, (fleets.get(row.office) ?? new Set()).add(row.make));
  const makeOf = Int32Array.from(vehicles, ({ make }) => makeAt.get(make)!);
  const approvals: Approval[] = [];
  const width = makes.length;
  const cells = new Int32Array(partners.length * width).fill(-1);
  for (const { person_id, make, rank } of tables.approved_makes.rows) {
    const [partner, at] = [partnerAt.get(person_id), makeAt.get(make)];
    if (partner === undefined || at === undefined) continue;
    // Only makes of offices that lend to the partner.
    if (!lenders(partners[partner]!).some((office) => fleets.get(office)?.has(make))) continue;
    cells[partner * width + at] = approvals.length;
    approvals.push({ partner, make, rank });
  }
  const approvalOf = (partner: number, vehicle: number) => cells[partner * width + makeOf[vehicle]!]!;
  return { approvals, approvalOf };
}

function officeProblem(
  office: string,
  path: readonly (string | number)[],
  table: LoansTables['vehicles'] | LoansTables['media_partners'],
): Problem {
  const known = [...new Set<string>(table.rows.map((row) => row.office))].sort();
  const close = nearest(office, known);
  const others =
    known.length === 0
      ? 'Maybe the table was cut short: it has no rows.'
      : table.setAside !== undefined
        ? `Maybe mend the rows that were set aside; or one of: ${known.slice(0, 12).join(', ')}.`
        : `Maybe one of: ${known.slice(0, 12).join(', ')}.`;
  return {
    path,
    message: `no row of ${table.name} has the office "${office}"${noteTexts.setAside([table])}`,
    maybe: close ? `Maybe you meant "${close}".` : others,
  };
}

/** Why a date is none of the days on which a loan of this question may start. */
export function strangeDay({ week, start_days }: LoansScope, date: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return `"${date}" is not a day such as ${week}`;
  const offset = epochDay(date) - epochDay(week);
  if (offset < 0 || offset > 6) return `${date} is outside the week ${week} to ${addDays(week, 6)}`;
  return `${longDate(date)} is none of the start days ${start_days.join(', ')}`;
}

/** The end of a reason: why a key of a table is not among the offices', where another office has it. */
export function ofOtherOffice(
  what: string,
  key: string,
  office: string | undefined,
  own: readonly string[],
): string | undefined {
  return office === undefined ? undefined : `${what} ${key} belongs to the office ${office}, not ${own.join(' or ')}`;
}
