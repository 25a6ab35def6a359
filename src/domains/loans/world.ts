import { nearest } from '../../problems/nearest.ts';
import { type Problem, Refusal } from '../../problems/problem.ts';
import { addDays, epochDay, isoDate, longDate, WEEKDAYS, type Weekday } from '../../tables/dates.ts';
import { type Publications, publicationsOf } from './ledgers/publications.ts';
import type { LoansTables, PartnerRow, VehicleRow } from './tables.ts';

/** The settings that say which question it is, and nothing of policy. */
export interface LoansScope {
  readonly office: string;
  /** The Monday of the week. */
  readonly week: string;
  readonly weeks?: number | undefined;
  readonly start_days: readonly Weekday[];
}

/** Those settings of a scenario. */
export const scopeOf = ({ office, week, weeks, start_days }: LoansScope): LoansScope => ({
  office,
  week,
  weeks,
  start_days,
});

/** The office's cars, partners, approvals and days, numbered in the order of their keys. */
export interface World {
  readonly scope: LoansScope;
  readonly tables: LoansTables;
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

/** Indexes the tables for one office and week. Refuses an office that the tables do not know. */
export function worldOf({ settings: scope, tables }: { settings: LoansScope; tables: LoansTables }): World {
  const { office, start_days } = scope;
  const vehicles = tables.vehicles.rows.filter((row) => row.office === office);
  const partners = tables.media_partners.rows.filter((row) => row.office === office);
  if (vehicles.length === 0 || partners.length === 0)
    throw new Refusal([officeProblem(office, vehicles.length === 0 ? tables.vehicles : tables.media_partners)]);
  const monday = epochDay(scope.week);
  const days = WEEKDAYS.flatMap((weekday, offset) =>
    start_days.includes(weekday) ? [{ date: isoDate(monday + offset), epoch: monday + offset, weekday }] : [],
  );
  const { approvals, approvalOf } = approvalsOf(tables, vehicles, partners);
  const publications = publicationsOf({ week: scope.week, history: tables.loan_history.rows, partners, approvals });
  return { scope, tables, vehicles, partners, days, approvals, approvalOf, publications };
}

/** Approvals of the office's partners for the makes that the office has, in the order of their table. */
function approvalsOf(
  tables: LoansTables,
  vehicles: readonly VehicleRow[],
  partners: readonly PartnerRow[],
): Pick<World, 'approvals' | 'approvalOf'> {
  const partnerAt = new Map(partners.map((row, index) => [row.person_id, index]));
  const makes = [...new Set(vehicles.map((row) => row.make))];
  const makeAt = new Map(makes.map((make, index) => [make, index]));
  const makeOf = Int32Array.from(vehicles, ({ make }) => makeAt.get(make)!);
  const approvals: Approval[] = [];
  const width = makes.length;
  const cells = new Int32Array(partners.length * width).fill(-1);
  for (const { person_id, make, rank } of tables.approved_makes.rows) {
    const [partner, at] = [partnerAt.get(person_id), makeAt.get(make)];
    if (partner === undefined || at === undefined) continue;
    cells[partner * width + at] = approvals.length;
    approvals.push({ partner, make, rank });
  }
  const approvalOf = (partner: number, vehicle: number) => cells[partner * width + makeOf[vehicle]!]!;
  return { approvals, approvalOf };
}

function officeProblem(office: string, table: LoansTables['vehicles'] | LoansTables['media_partners']): Problem {
  const known = [...new Set<string>(table.rows.map((row) => row.office))].sort();
  const close = nearest(office, known);
  const others =
    known.length === 0
      ? 'Maybe the table was cut short: it has no rows.'
      : `Maybe one of: ${known.slice(0, 12).join(', ')}.`;
  return {
    path: ['office'],
    message: `no row of ${table.name} has the office "${office}"`,
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

/** The end of a reason: why a key of a table is not among the office's, where another office has it. */
export function ofOtherOffice(what: string, key: string, office: string | undefined, own: string): string | undefined {
  return office === undefined ? undefined : `${what} ${key} belongs to the office ${office}, not ${own}`;
}
