import { icsOf } from '../calendar/ics.ts';
import type { Domain, TextPart } from '../domain.ts';
import { nearest } from '../problems/nearest.ts';
import { Refusal } from '../problems/problem.ts';
import type { Run } from '../runs/run.ts';
import type { Settings } from '../scenario/scenario.ts';
import { domainOf } from './find.ts';

/**
 * A run as one document, in the words of an earlier system.
 *
 * @throws Refusal where its kind has none.
 * @example
 * summaryOf(run) // throws 'runs of the kind rotation have no summary'
 */
export function summaryOf(run: Run, kinds: readonly Domain[] = []): Readonly<Record<string, unknown>> {
  const summary = domainOf(run.kind, kinds).summary?.(run);
  if (summary === undefined) throw none(run, 'summary');
  return summary;
}

/** Which table of a run, and in which form. */
export interface DocumentAsked {
  readonly table: string;
  /** The name of the form: `sched-json`. */
  readonly as: string;
  readonly kinds?: readonly Domain[] | undefined;
}

/**
 * A table of a run as one document, in a form that another system takes.
 *
 * @throws Refusal where its kind has no such form, or has it for another table.
 * @example
 * documentOf(run, { table: 'log', as: 'sched-json' }) // throws 'runs of the kind rotation have no form "sched-json"'
 */
export function documentOf(run: Run, { table, as, kinds = [] }: DocumentAsked): Readonly<Record<string, unknown>> {
  const { documents = {} } = domainOf(run.kind, kinds);
  const found = Object.hasOwn(documents, as) ? documents[as] : undefined;
  const place = { file: `run ${run.id}` };
  if (found === undefined) {
    const known = Object.entries(documents).map(([name, own]) => `${own.table} --as ${name}`);
    const maybe =
      known.length === 0 ? 'Maybe --json or --csv: every table has these.' : `Maybe one of: ${known.join(', ')}.`;
    throw new Refusal([{ message: `runs of the kind ${run.kind} have no form "${as}"`, place, maybe }]);
  }
  if (found.table === table) return found.of(run);
  const message = `"${as}" is a form of the table ${found.table}, not of ${table}`;
  throw new Refusal([{ message, place, maybe: `Maybe ${found.table} --as ${as} is meant.` }]);
}

/** How wide the terminal is, and whose week is asked for. */
export interface WeekAsked {
  /** As wide as every terminal is where nobody says it. */
  readonly columns?: number | undefined;
  /** One part alone, by its name: one curriculum. */
  readonly who?: string | undefined;
  readonly kinds?: readonly Domain[] | undefined;
}

/**
 * The schedule of a run as text for a terminal.
 *
 * @throws Refusal where its kind has none, nothing was found, or nobody is called so.
 * @example
 * weekOf(run) // throws 'runs of the kind rotation have no week'
 */
export function weekOf(run: Run, { columns = 80, who, kinds = [] }: WeekAsked = {}): readonly TextPart[] {
  const domain = domainOf(run.kind, kinds);
  if (domain.week === undefined || !Object.hasOwn(run.tables, domain.schedule.table)) throw none(run, 'week');
  const parts = domain.week({ settings: run.scenario.settings as unknown as Settings, tables: run.tables }, columns);
  const own = who === undefined ? parts : parts.filter(({ name }) => name === who);
  if (own.length > 0 || parts.length === 0) return own;
  const names = parts.map(({ name }) => name);
  const close = nearest(who!, names);
  const maybe = close === undefined ? `Maybe one of: ${names.join(', ')}.` : `Maybe you meant "${close}".`;
  throw new Refusal([{ message: `nobody is called "${who}" in this week`, place: { file: `run ${run.id}` }, maybe }]);
}

/**
 * A run as an iCalendar file.
 *
 * @param who whose events, by name or id; those of the first whom events are for where absent.
 * @throws Refusal where its kind has no calendar, or nothing in it is for them.
 * @example
 * await calendarOf(run, {}) // throws 'runs of the kind rotation have no calendar'
 */
export async function calendarOf(
  run: Run,
  { who, kinds = [] }: { readonly who?: string | undefined; readonly kinds?: readonly Domain[] | undefined },
): Promise<string> {
  const events = domainOf(run.kind, kinds).events?.(run);
  if (events === undefined) throw none(run, 'calendar');
  return icsOf(events, { name: who === undefined ? run.title : `${run.title}: ${who}`, for: who });
}

function none(run: Run, what: string): Refusal {
  const maybe = `Maybe one of its tables: ${Object.keys(run.tables).join(', ')}.`;
  return new Refusal([
    { message: `runs of the kind ${run.kind} have no ${what}`, place: { file: `run ${run.id}` }, maybe },
  ]);
}
