import { z } from 'zod';

/** A schedule that was made elsewhere, as it was read: its rows by the fields of the kind, and what was odd about them. */
export interface GivenReading {
  /** The name of the file, without its folder. */
  readonly file: string;
  /** What `line` counts: lines of a file, or rows of a list that has no lines. */
  readonly counts: 'line' | 'row';
  /** The fields of a row, in the order of its cells. */
  readonly fields: readonly string[];
  readonly rows: readonly GivenRow[];
  readonly findings: readonly GivenFinding[];
  /** Facts about the reading that are no fault: columns that were not read. */
  readonly notes: readonly string[];
}

/** One row of a given schedule. A cell without a value is null. */
export interface GivenRow {
  readonly line: number;
  readonly cells: readonly (string | number | null)[];
}

/**
 * Something odd about a row of the file, found before any rule was asked.
 *
 * @example
 * const { given } = await week.audit([{ vin: 'VIN009', person_id: 'Ann', start_day: '2025-09-22' }], { solve: false });
 * given.findings[0].text // 'there is no vehicle "VIN009" in the tables; maybe VIN001 is meant'
 */
export interface GivenFinding {
  readonly line: number;
  /** The field; empty where the row as a whole is meant. */
  readonly field: string;
  /** As the file has it. */
  readonly value: string;
  readonly text: string;
}

/**
 * A hard rule that the schedule breaks, with the rows that it speaks of.
 *
 * @example
 * const { given } = await week.audit([{ vin: 'VIN001', person_id: 'Ann', start_day: '2025-09-27' }], { solve: false });
 * const { rule, entity, lines } = given.faults[0];
 * [rule, entity, lines] // ['start_days', 'VIN001', [1]]
 */
export interface GivenFault {
  readonly rule: string;
  readonly entity: string;
  readonly text: string;
  /** Empty where it speaks of no row: a pin that no row meets. */
  readonly lines: readonly number[];
}

/** A row that is no candidate, whatever the rest of the schedule is, and why. */
export interface GivenStranger {
  readonly line: number;
  readonly row: string;
  readonly reasons: readonly string[];
}

/** What one schedule has more or less than another, in one of the aims by which schedules are ranked. */
export interface GivenDifference {
  /** The name of the priority, or `net_score`. */
  readonly of: string;
  readonly by: number;
  readonly text: string;
}

/** A row that comes or goes. */
export interface GivenMove {
  /** The line of the file; null for a row that the file does not have. */
  readonly line: number | null;
  readonly row: string;
  /** Why it goes; for a row that comes, the line whose key it has: it takes that row's place. Empty: nothing to say. */
  readonly why: string;
}

/**
 * The best schedule that has at most so many rows that the given one does not have.
 *
 * @example
 * const { given } = await week.audit([{ vin: 'VIN002', person_id: 'Bo', start_day: '2025-09-22' }]);
 * given.best?.steps.map(({ most, net }) => [most, net]) // [[0, 500], [1, 1600], [2, 1700]]
 */
export interface GivenStep {
  readonly most: number;
  /** In points; null where there is no such schedule. */
  readonly net: number | null;
  /** How many rows of the given schedule stay. */
  readonly kept: number;
  readonly added: readonly GivenMove[];
  /** Rows of the given schedule that go; from the second step on, those that the first one keeps. */
  readonly dropped: readonly GivenMove[];
  /** Rows of the given schedule that the first step drops and this one keeps. */
  readonly restored: readonly GivenMove[];
  /** What it has more than the first step, most important first. */
  readonly more: readonly GivenDifference[];
}

/** What becomes of the rows in the best schedule. */
export interface GivenRowChange {
  readonly change: 'kept' | 'moved' | 'new' | 'dropped';
  readonly line: number | null;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The best schedule of the same question, beside the given one.
 *
 * @example
 * const { given } = await week.audit([{ vin: 'VIN002', person_id: 'Bo', start_day: '2025-09-22' }]);
 * given.best?.more // [{ of: 'net_score', by: 1200, text: '1,200 points' }]
 * given.best?.rows.map(({ change }) => change) // ['moved', 'new']
 */
export interface GivenBest {
  /** The run that finds it has this id. */
  readonly run: string;
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** Its parts of the objective, in points. Empty where there is no schedule at all. */
  readonly objective: Readonly<Record<string, number>>;
  /** What the best schedule has more than the given one. Null where the given one is none that a run could choose. */
  readonly more: readonly GivenDifference[] | null;
  readonly rows: readonly GivenRowChange[];
  /** With none, one, two and three rows that the given schedule does not have. */
  readonly steps: readonly GivenStep[];
}

/**
 * What a run's record holds where its schedule was given.
 *
 * @example
 * const { given, status } = await week.audit([{ vin: 'VIN002', person_id: 'Bo', start_day: '2025-09-22' }]);
 * [status, given.fields, given.faults, given.strangers] // ['feasible', ['vin', 'person_id', 'start_day'], [], []]
 */
export interface GivenSchedule extends GivenReading {
  readonly faults: readonly GivenFault[];
  readonly strangers: readonly GivenStranger[];
  /** Null where nobody looked for it. */
  readonly best: GivenBest | null;
}

const text = z.string();
const line = z.number().int();
const objects = <T extends z.ZodRawShape>(shape: T) => z.array(z.object(shape));
const moves = objects({ line: line.nullable(), row: text, why: text });
const differences = objects({ of: text, by: z.number(), text });

/** The same as `run.json` keeps it. */
export const givenSchema = z.object({
  file: text,
  counts: z.enum(['line', 'row']),
  fields: z.array(text),
  rows: objects({ line, cells: z.array(z.union([text, z.number(), z.null()])) }),
  findings: objects({ line, field: text, value: text, text }),
  notes: z.array(text),
  faults: objects({ rule: text, entity: text, text, lines: z.array(line) }),
  strangers: objects({ line, row: text, reasons: z.array(text) }),
  best: z
    .object({
      run: text,
      status: z.enum(['optimal', 'feasible', 'infeasible', 'unknown']),
      objective: z.record(text, z.number()),
      more: differences.nullable(),
      rows: objects({
        change: z.enum(['kept', 'moved', 'new', 'dropped']),
        line: line.nullable(),
        before: text.nullable(),
        after: text.nullable(),
      }),
      steps: objects({
        most: z.number(),
        net: z.number().nullable(),
        kept: z.number(),
        added: moves,
        dropped: moves,
        restored: moves,
        more: differences,
      }),
    })
    .nullable(),
});
