import { count, domainOf, type FoundSchedule, type Run, type Scenario, visible, weekOf } from '../../index.ts';
import type { Kinds } from '../kinds.ts';
import { shortPath } from '../paths.ts';

/** A schedule of more lines than this would push all else off the screen. */
const MOST_LINES = 100;

/** Parts of a schedule as text, a blank line between two. */
export const partsText = (parts: ReturnType<typeof weekOf>): string =>
  parts.map(({ lines }) => `${lines.join('\n')}\n`).join('\n');

/** Whether a run has a schedule that a terminal can show. */
export const hasWeek = (run: Run, kinds: Kinds): boolean => {
  const { week, schedule } = domainOf(run.kind, kinds);
  return week !== undefined && Object.hasOwn(run.tables, schedule.table);
};

/** The schedule of a run as text, or how to see it where it is long. Empty for kinds that no terminal can show. */
export function weekShown(run: Run, folder: string, { kinds, columns }: Showing): string {
  if (!hasWeek(run, kinds)) return '';
  const parts = weekOf(run, { kinds, columns });
  const text = partsText(parts);
  if (text.split('\n').length <= MOST_LINES) return `${text}\n`;
  const first = partsText(parts.slice(0, 1));
  return `${first}\nand ${parts.length - 1} more: evenhand table ${shortPath(folder)} week\n\n`;
}

/** A schedule that has just been found, as text below its net score. */
export function foundText(found: FoundSchedule, { kind, name, settings }: Scenario, showing: Showing): string {
  const { number, net_score, tables } = found;
  const which = number === 0 ? 'the best schedule' : `alternative ${number}`;
  const parts = domainOf(kind, showing.kinds).week?.({ settings, tables }, showing.columns ?? 80) ?? [];
  return `${visible(name)}, ${which}: net score ${count(net_score)}\n\n${partsText(parts)}\n`;
}

interface Showing {
  readonly kinds: Kinds;
  readonly columns: number | undefined;
}
