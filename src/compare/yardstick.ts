import { type Asked, auditPins } from '../audit/pins.ts';
import type { Domain, Row, Schedule } from '../domain.ts';
import type { Provenance, Run } from '../runs/run.ts';
import type { Settings } from '../scenario/scenario.ts';
import type { ScheduleTable } from '../tables/result.ts';
import type { Data } from '../tables/table.ts';
import { hasSchedule } from './schedules.ts';

/** The measure by which schedules of different policies are held against each other. */
export const YARDSTICK = 'yardstick_net_score';

/** What a schedule is worth under the policy of another run, by code that never saw the solver. */
export interface Priced {
  /** The parts of the objective; null where it has no price there. */
  readonly objective: Readonly<Record<string, number>> | null;
  /** Why it has no price, or why it is no schedule of that policy. */
  readonly why: string | null;
}

/** A policy under which schedules are priced: its settings, and the tables that all of them are of. */
export interface Yardstick {
  readonly run: Pick<Run, 'weeks'> & { readonly provenance: Pick<Provenance, 'data'> };
  readonly domain: Pick<Domain, 'audit' | 'horizon' | 'schedule'>;
  readonly settings: Settings;
  /** What the policy asks of single rows, where that counts too. */
  readonly asked?: Asked | undefined;
  readonly data: Data;
}

/**
 * Prices the schedule of a run under a policy. Points of two policies are two currencies: a weight that is ten times as
 * large makes each point worth a tenth. Priced under one policy, all schedules are counted in one.
 */
export function priceUnder({ run: own, domain, settings, asked, data }: Yardstick, run: Run): Priced {
  const none = (why: string): Priced => ({ objective: null, why });
  if (!hasSchedule(run)) return none('it has no schedule');
  if (run.provenance.data !== own.provenance.data) return none('it read other data');
  if ((run.weeks === undefined) !== (own.weeks === undefined)) return none('it plans another number of weeks');
  if (
    own.weeks !== undefined &&
    asked !== undefined &&
    [...asked.pins, ...asked.forbid].some(({ week }) => week !== undefined)
  )
    return none('its pins are of single weeks, and its weeks are priced as one');
  const schedule = rowsOf(run, domain.schedule);
  const bare =
    own.weeks === undefined
      ? domain.audit(settings, data.tables, schedule)
      : domain.horizon?.audit(settings, data.tables, schedule);
  if (bare === undefined) return none('its weeks are not priced as one');
  const audit = asked === undefined ? bare : auditPins(bare, schedule, asked, domain.schedule);
  const broken = [...new Set(audit.violations.map(({ rule }) => rule))];
  return { objective: audit.objective, why: broken.length === 0 ? null : `it breaks ${broken.join(', ')} there` };
}

/** The rows of a schedule by its own columns, as the auditor takes them. */
function rowsOf(run: Run, { table, key, place }: ScheduleTable): Schedule {
  const { columns = [], rows = [] } = run.tables[table] ?? {};
  const own = [...key, ...place].map((name) => [name, columns.findIndex((column) => column.name === name)] as const);
  return rows.map((cells) => Object.fromEntries(own.map(([name, at]) => [name, cells[at] ?? null])) as unknown as Row);
}

/**
 * Whether the runs' own points are one currency: each schedule is worth under the yardstick, part by part, what it is
 * worth under its own policy.
 */
export const isOneCurrency = (runs: readonly Run[], prices: ReadonlyMap<string, Priced>): boolean =>
  runs.filter(hasSchedule).every((run) => {
    const objective = prices.get(run.id)?.objective ?? null;
    return objective !== null && Object.entries(objective).every(([part, points]) => run.objective[part] === points);
  });

/** A run with its net score under the yardstick beside its own, where it is a schedule of that policy. */
export function withPrice(run: Run, priced: Priced | undefined): Run {
  const net = priced?.why === null ? priced.objective?.net_score : undefined;
  return net === undefined ? run : { ...run, objective: { ...run.objective, [YARDSTICK]: net } };
}
