import { loadRecord, Refusal, type Run, visible } from '../index.ts';
import { shortPath } from './paths.ts';

/** What `run` may be asked for beside a schedule. */
export interface Extras {
  readonly ties?: true;
  readonly prices?: true | number;
  readonly explain?: true | number;
  /** Of many weeks: the one that is asked about. */
  readonly week?: number;
}

/** The options whose findings a folder holds: none, where no run is in it. */
export function extrasIn(folder: string): readonly string[] {
  try {
    const { tables, ranges } = loadRecord(folder);
    const found = { '--ties': ranges, '--prices': tables.price_list, '--explain': tables.left_out };
    return Object.entries(found).flatMap(([option, has]) => (has === undefined ? [] : [option]));
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/** A line where a run took the place of one that held more; undefined where nothing went. */
export function lostExtras(folder: string, before: readonly string[]): string | undefined {
  const now = extrasIn(folder);
  const gone = before.filter((option) => !now.includes(option));
  if (gone.length === 0) return undefined;
  const [finds, them] = gone.length === 1 ? ['finds', 'it'] : ['find', 'them'];
  const what = `what ${gone.join(' and ')} ${finds} is no longer in ${shortPath(folder)}`;
  return `note: ${what}: this run was not asked for ${them}\n`;
}

/** A line where something was asked for that only a proven schedule can answer; undefined where all was answered. */
export function unanswered(run: Run, extras: Extras): string | undefined {
  const { name, weeks, inWeek } = run;
  const { status } = weeks?.find(({ week }) => week === inWeek) ?? run;
  const asked = (['ties', 'prices', 'explain'] as const).filter((one) => extras[one] !== undefined);
  if (asked.length === 0 || status === 'optimal') return undefined;
  const options = asked.map((one) => `--${one}`).join(' and ');
  const needs = asked.length === 1 ? 'needs' : 'need';
  return `${visible(name)}: note: ${options} ${needs} a schedule that is proven to be the best, and this run is ${status}: nothing was added\n`;
}
