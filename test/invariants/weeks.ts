import { z } from 'zod';
import { numbers } from '../../bench/instances.ts';
import type { Domain, Instance, Tables } from '../../src/domain.ts';
import { loans } from '../../src/domains/loans/index.ts';
import { type LoansSettings, shape } from '../../src/domains/loans/scenario.ts';
import { type LoansTables, loansTables } from '../../src/domains/loans/tables.ts';
import { runStages } from '../../src/pipeline/run.ts';
import type { Run } from '../../src/runs/run.ts';
import { validateAll } from '../../src/tables/load.ts';
import type { RawTable } from '../../src/tables/table.ts';

/** What a scenario may say beside office and week. */
export type Keys = Readonly<Record<string, unknown>>;

/** A week of the office LA: its tables as text, and its policy. */
export interface Week {
  readonly raw: readonly RawTable[];
  readonly keys: Keys;
}

/** One row of a schedule. */
export type Loan = Readonly<Record<'vin' | 'person_id' | 'start_day', string>>;

/** Resolved settings, with the defaults of the domain for whatever `keys` leaves out. */
export function settingsOf(keys: Keys): LoansSettings {
  const { seed = 42, ...rest } = keys as { readonly seed?: number; readonly offices?: unknown };
  const general = { kind: 'loans', title: 'week', data: { sample: 1 }, solver: { seed, seconds: 60 } } as const;
  const office = rest.offices === undefined ? { office: 'LA' } : {};
  return { ...general, ...z.strictObject(shape).parse({ ...office, week: '2025-09-22', ...rest }) };
}

/** The tables as the auditor and the rules read them. */
export const tablesOf = (raw: readonly RawTable[]): LoansTables =>
  validateAll(Object.values(loansTables), raw).tables as unknown as LoansTables;

/** Opens a question of loans on typed tables. */
export const openLoans = (settings: LoansSettings, tables: LoansTables): Instance =>
  loans.open(settings, tables as unknown as Tables);

/** Runs a week through the whole pipeline, from the text of its tables to its audit. */
export function runWeek({ raw, keys }: Week): Promise<Run> {
  const domain: Domain = { ...loans, sample: () => raw };
  return runStages(
    {
      kind: 'loans',
      name: 'week',
      file: 'week.yaml',
      settings: settingsOf(keys),
      expect: {},
      overrides: [],
      text: '',
      place: () => ({ file: 'week.yaml' }),
    },
    domain,
  );
}

/** The schedule of a run, as the auditor takes it. */
export function scheduleOf(run: Run): readonly Loan[] {
  return records(run, 'assignments').map(({ vin, person_id, start_day }) => ({
    vin: String(vin),
    person_id: String(person_id),
    start_day: String(start_day),
  }));
}

/** The rows of one of a run's tables as objects. */
export function records(run: Pick<Run, 'tables'>, name: string): readonly Record<string, string | number | null>[] {
  const { columns, rows } = run.tables[name]!;
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column.name, row[index]!])));
}

/** A table of texts from rows that name the cells they fill. */
export function rawOf(name: string, rows: readonly Readonly<Record<string, string>>[]): RawTable {
  const header = Object.keys(loansTables[name as keyof typeof loansTables].columns);
  return { name, file: `${name}.csv`, header, rows: rows.map((row) => header.map((column) => row[column] ?? '')) };
}

/** Seeded choices. */
export interface Choices {
  /** A whole number from 0 to below `end`. */
  readonly below: (end: number) => number;
  readonly pick: <T>(...items: readonly T[]) => T;
  /** True once in `many` times. */
  readonly once: (many: number) => boolean;
  readonly shuffled: <T>(items: readonly T[]) => T[];
}

export function choices(seed: number): Choices {
  // Neighbouring seeds begin alike; the first numbers are thrown away.
  const below = numbers(seed * 7919 + 13);
  for (let k = 0; k < 5; k++) below(2);
  const shuffled = <T>(items: readonly T[]) => {
    const list = [...items];
    for (let at = list.length - 1; at > 0; at--) {
      const other = below(at + 1);
      [list[at], list[other]] = [list[other]!, list[at]!];
    }
    return list;
  };
  return { below, pick: (...items) => items[below(items.length)]!, once: (many) => below(many) === 0, shuffled };
}

export const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
