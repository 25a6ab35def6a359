import type { MetricTexts } from '../../audit/audit.ts';
import type { Row } from '../../domain.ts';
import { codesText, type RowNames } from '../../explain/names.ts';
import type { Run } from '../../runs/run.ts';
import type { Cell, ResultTable } from '../../tables/result.ts';
import { capital, plural } from '../../text/format.ts';
import type { Alternatives } from './alternatives.ts';

/** What is said where there are fewer alternatives than were asked for. */
const ENDS = {
  enough: '',
  worse: 'every other schedule gives up more than is allowed',
  none: 'no other schedule differs in so many rows',
  unknown: 'the search for another one was stopped',
} as const;

/** The alternatives as a result table: what each nets and gives up, its metrics, and which rows are others. */
export function alternativesTable({ found, end }: Alternatives, run: Run, texts: MetricTexts = {}): ResultTable {
  const headlines = Object.entries(texts).filter(([name, { headline }]) => headline && name in run.metrics);
  const best = run.objective.net_score ?? 0;
  return {
    columns: [
      { name: 'alternative', type: 'integer', label: 'Alternative' },
      { name: 'net_score', type: 'number', label: 'Net score' },
      { name: 'gives_up', type: 'number', label: 'Gives up' },
      ...headlines.map(([name, { label }]) => ({ name, type: 'number', label }) as const),
      { name: 'changed', type: 'integer', label: 'Rows changed' },
      { name: 'dropped', type: 'text', label: 'In place of' },
      { name: 'added', type: 'text', label: 'Has' },
      { name: 'violations', type: 'integer', label: 'Violations' },
      { name: 'end', type: 'text', label: 'Why no more' },
    ],
    rows: found.map(({ net, audit, dropped, added }, at): Cell[] => [
      at + 1,
      net,
      best - net,
      ...headlines.map(([name]) => audit.metrics[name] ?? null),
      Math.max(dropped.length, added.length),
      codesText(dropped),
      codesText(added),
      audit.violations.length,
      at === found.length - 1 ? ENDS[end] : '',
    ]),
  };
}

/** What each alternative changes, row by row: in the names that people know, and by the fields of the schedule. */
export function alternativeRows({ found }: Alternatives, names: RowNames, fields: readonly string[]): ResultTable {
  const cells = (at: number, change: string, row: Row): Cell[] => [
    at + 1,
    change,
    names(row),
    ...fields.map((field) => row[field] ?? null),
  ];
  return {
    columns: [
      { name: 'alternative', type: 'integer', label: 'Alternative' },
      { name: 'change', type: 'text', label: 'Change' },
      { name: 'row', type: 'text', label: 'Row' },
      ...fields.map((name) => ({ name, type: 'text', label: capital(name.replaceAll('_', ' ')) }) as const),
    ],
    rows: found.flatMap(({ dropped, added }, at): Cell[][] => [
      ...dropped.map((row) => cells(at, 'goes', row)),
      ...added.map((row) => cells(at, 'comes', row)),
    ]),
  };
}

/** "3 other schedules: the first gives up nothing, the last 12 points." */
export function alternativesLead(losses: readonly number[], end: string): string {
  const why = end === '' ? '' : ` There are no more: ${end}.`;
  const [first] = losses;
  const last = losses.at(-1);
  if (first === undefined || last === undefined) return `There is no other schedule to choose from: ${end}.`;
  const lost = (loss: number) => (loss === 0 ? 'nothing' : plural(loss, 'point'));
  const said =
    losses.length === 1 || first === last
      ? `gives up ${lost(first)}`
      : `gives up ${lost(first)}, the last ${lost(last)}`;
  const which = losses.length === 1 ? 'it' : first === last ? 'each' : 'the first';
  return `${capital(plural(losses.length, 'other schedule'))} to choose from: ${which} ${said}.${why}`;
}
