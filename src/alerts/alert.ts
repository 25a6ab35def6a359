import type { AlertRow, Domain } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import type { Run } from '../runs/run.ts';
import type { Settings } from '../scenario/scenario.ts';
import { count, percent } from '../text/format.ts';

/**
 * How large the part is that a kind watches, and whether it is too large.
 *
 * @example
 * const alarm = alarmOf(run);
 * [alarm?.name, alarm?.rows[0]?.name, alarm?.rows[0]?.what] // ['moved_or_unresolved', 'd3', 'unresolved']
 */
export interface Alarm {
  /** `moved_or_unresolved`. */
  readonly name: string;
  /** "moved or unresolved". */
  readonly label: string;
  readonly noun: readonly [one: string, several: string];
  /** The table of the run that lists them all. */
  readonly table: string;
  readonly raised: boolean;
  /** How many of them are such. */
  readonly count: number;
  readonly of: number;
  /** The one divided by the other, not rounded; 0 where there are none at all. */
  readonly share: number;
  /** The share above which the alarm is raised. */
  readonly limit: number;
  readonly rows: readonly AlertRow[];
}

/** Against what a run is held. */
interface Against {
  /** The share above which the alarm is raised; otherwise what the scenario says. */
  readonly limit?: number | undefined;
  readonly kinds?: readonly Domain[] | undefined;
}

/**
 * The alarm of a run, raised or not. Nothing where the kind watches nothing, where nobody says how much is too much, or
 * where there is no schedule.
 *
 * @example
 * const alarm = alarmOf(run);
 * [alarm?.raised, alarm?.count, alarm?.of, alarm?.limit] // [true, 7, 13, 0.05]
 * alarmOf(run, { limit: 0.6 })?.raised // false
 */
export function alarmOf(run: Run, { limit, kinds }: Against = {}): Alarm | undefined {
  const { alert } = domainOf(run.kind, kinds);
  const most = limit ?? alert?.limit?.(run.scenario.settings as unknown as Settings);
  const found = run.status === 'optimal' || run.status === 'feasible';
  if (alert === undefined || most === undefined || !found) return undefined;
  const { name, label, noun, table } = alert;
  const [rows, of] = [alert.rows(run), alert.of(run)];
  const share = of === 0 ? 0 : rows.length / of;
  return { name, label, noun, table, raised: share > most, count: rows.length, of, share, limit: most, rows };
}

/** How many rows are named; the table has them all. */
const NAMED = 12;

/**
 * An alarm as one line: the share, the limit, and which rows.
 *
 * @example
 * const [narrow, wide] = [alarmOf(run), alarmOf(run, { limit: 0.6 })];
 * narrow && alarmText(narrow).slice(0, 63) // 'alert: 7 of 13 spots moved or unresolved (53.8%, above 5%): unr'
 * wide && alarmText(wide).slice(0, 11) // 'no alert: 7'
 */
export function alarmText(alarm: Alarm): string {
  const { raised, rows, label, noun, of, share, limit, table } = alarm;
  const head = `${raised ? 'alert' : 'no alert'}: ${count(alarm.count)} of ${count(of)} ${noun[of === 1 ? 0 : 1]} ${label}`;
  const named = rows.slice(0, NAMED);
  const groups = [...new Set(named.map(({ what }) => what))].map(
    (what) =>
      `${what} ${named
        .filter((row) => row.what === what)
        .map(({ name }) => name)
        .join(', ')}`,
  );
  const further = rows.length > NAMED ? ` and ${count(rows.length - NAMED)} more in ${table}.csv` : '';
  const which = groups.length === 0 ? '' : `: ${groups.join('; ')}${further}`;
  return `${head} (${percent(share)}, ${raised ? 'above' : 'up to'} ${percent(limit)})${which}`;
}
