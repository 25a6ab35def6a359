import { byKey, compare, completeTables, groupBy } from '../../../audit/rows.ts';
import { fullName } from '../../../audit/words.ts';
import type { Schedule, Tables } from '../../../domain.ts';
import { addDays } from '../../../tables/dates.ts';
import type { LoansSettings } from '../scenario.ts';
import {
  type ActivityRow,
  type ApprovalRow,
  type HistoryRow,
  type LoansTables,
  loansTables,
  type PartnerRow,
  type VehicleRow,
} from '../tables.ts';
import { isZero } from './ranks.ts';

const TABLES = Object.keys(loansTables);

/** One assignment with what the tables say about it; undefined where they know nothing. */
export interface Loan {
  readonly vin: string;
  readonly person: string;
  readonly day: string;
  readonly vehicle: VehicleRow | undefined;
  readonly partner: PartnerRow | undefined;
  readonly approval: ApprovalRow | undefined;
}

/** Settings, tables and schedule, looked up from every side that the audit needs. */
export interface Facts {
  readonly settings: LoansSettings;
  readonly tables: LoansTables;
  /** The offices that are planned, and those that lend to a partner. */
  readonly offices: readonly string[];
  readonly lenders: (partner: PartnerRow) => readonly string[];
  /** Monday to Sunday. */
  readonly week: readonly string[];
  /** The schedule, sorted by (start day, VIN, partner). */
  readonly loans: readonly Loan[];
  /** A row of a schedule with what the tables say about it. */
  readonly loan: (row: Schedule[number]) => Loan;
  readonly partner: (person: string) => PartnerRow | undefined;
  readonly approval: (person: string, make: string) => ApprovalRow | undefined;
  readonly approvalsOf: (person: string) => readonly ApprovalRow[];
  readonly historyOf: (person: string) => readonly HistoryRow[];
  readonly activityOfCar: (vin: string) => readonly ActivityRow[];
  readonly activityOf: (person: string) => readonly ActivityRow[];
  /** Approvals by which a partner of the office could get a car of the office, by (partner, make). */
  readonly eligible: readonly ApprovalRow[];
}

/** Looks everything up once. */
export function factsOf(settings: LoansSettings, input: Tables | LoansTables, schedule: Schedule): Facts {
  const tables = completeTables<LoansTables>(input, TABLES);
  const vehicles = byKey(tables.vehicles.rows, (row) => row.vin);
  const partners = byKey(tables.media_partners.rows, (row) => row.person_id);
  const approvals = groupBy(tables.approved_makes.rows, (row) => row.person_id);
  const history = groupBy(tables.loan_history.rows, (row) => row.person_id);
  const carActivity = groupBy(tables.current_activity.rows, (row) => row.vin);
  const activity = groupBy(tables.current_activity.rows, (row) => row.person_id);
  const also = groupBy(tables.partner_offices.rows, (row) => row.person_id);
  const lenders = ({ person_id, office }: PartnerRow) => [
    office,
    ...(also.get(person_id) ?? []).map((row) => row.office),
  ];
  const offices = plannedOffices(settings, tables, lenders);
  const approval = (person: string, make: string) => approvals.get(person)?.find((row) => row.make === make);
  return {
    settings,
    tables,
    offices,
    lenders,
    week: Array.from({ length: 7 }, (_, offset) => addDays(settings.week, offset)),
    loans: schedule.map(loanOf).sort(inOrder),
    loan: loanOf,
    partner: (person) => partners.get(person),
    approval,
    approvalsOf: (person) => approvals.get(person) ?? [],
    historyOf: (person) => history.get(person) ?? [],
    activityOfCar: (vin) => carActivity.get(vin) ?? [],
    activityOf: (person) => activity.get(person) ?? [],
    eligible: eligibleOf(offices, lenders, tables, partners),
  };

  function loanOf(row: Schedule[number]): Loan {
    const [vin, person, day] = [String(row.vin), String(row.person_id), String(row.start_day)];
    const vehicle = vehicles.get(vin);
    return {
      vin,
      person,
      day,
      vehicle,
      partner: partners.get(person),
      approval: vehicle && approval(person, vehicle.make),
    };
  }
}

/** All offices are those that have a car and a partner, by name. */
function plannedOffices(
  { office, offices }: LoansSettings,
  tables: LoansTables,
  lenders: Facts['lenders'],
): readonly string[] {
  if (office !== undefined) return [office];
  if (offices !== 'all') return offices ?? [];
  const lending = new Set<string>(tables.media_partners.rows.flatMap(lenders));
  return [...new Set<string>(tables.vehicles.rows.map((row) => row.office))].filter((each) => lending.has(each)).sort();
}

function eligibleOf(
  offices: readonly string[],
  lenders: Facts['lenders'],
  tables: LoansTables,
  partners: ReadonlyMap<string, PartnerRow>,
): ApprovalRow[] {
  const cars = groupBy(tables.vehicles.rows, (row) => row.make);
  const mayGet = ({ person_id, make }: ApprovalRow): boolean => {
    const partner = partners.get(person_id);
    const own = partner === undefined ? [] : lenders(partner).filter((office) => offices.includes(office));
    return own.length > 0 && (cars.get(make) ?? []).some((car) => own.includes(car.office));
  };
  return tables.approved_makes.rows
    .filter((row) => mayGet(row) && !isZero(row.rank))
    .sort((a, b) => compare(a.person_id, b.person_id) || compare(a.make, b.make));
}

function inOrder(a: Loan, b: Loan): number {
  return compare(a.day, b.day) || compare(a.vin, b.vin) || compare(a.person, b.person);
}

/** The day that a past loan counts for: its end, else its start. */
export function countDate(row: HistoryRow): string | null {
  return row.end_date ?? row.start_date;
}

/** "Anna Berg (P0042)". */
export function who(facts: Facts, person: string): string {
  return fullName(person, facts.partner(person)?.name);
}
