import { tableOf } from '../audit/table.ts';
import type { GivenFault, GivenSchedule } from '../runs/given.ts';
import { isDate } from '../tables/dates.ts';
import type { Cell, CellType, ResultColumn, ResultTable } from '../tables/result.ts';
import { capital } from '../text/format.ts';

/** The hard rules that a given schedule breaks, with the lines of the file. */
export const faultsTable = (faults: readonly GivenFault[]): ResultTable =>
  tableOf(faults, [
    ['rule', 'text', 'Rule', ({ rule }) => rule],
    ['entity', 'text', 'Who or what', ({ entity }) => entity],
    ['line', 'text', 'Line', ({ lines }) => linesText(lines)],
    ['text', 'text', 'What is wrong', ({ text }) => text],
  ]);

/** "3, 9"; of many the first ones. Empty: of none. */
export const linesText = (lines: readonly number[]): string =>
  lines.length > 6 ? `${lines.slice(0, 5).join(', ')} and ${lines.length - 5} more` : lines.join(', ');

/** Every row of the file with what was found out about it. */
export function rowsTable(given: GivenSchedule, texts: readonly string[]): ResultTable {
  const { rows, findings, faults, strangers, best } = given;
  const change = new Map(best?.rows.flatMap((one) => (one.line === null ? [] : [[one.line, one]])));
  const first = best?.steps[0];
  const stays = (line: number) => {
    if (first === undefined) return null;
    return first.dropped.some((one) => one.line === line) ? 'no' : 'yes';
  };
  const own = <One extends { readonly line: number | null }>(all: readonly One[], line: number) =>
    all.filter((one) => one.line === line);
  const lines = rows.map(({ line }, at) => ({ line, text: texts[at]! }));
  return tableOf(lines, [
    ['line', 'integer', capital(given.counts), ({ line }) => line],
    ['row', 'text', 'Row', ({ text }) => text],
    ['rules', 'text', 'Rules it breaks', ({ line }) => rulesOn(faults, line).join(', ')],
    [
      'no_candidate',
      'text',
      'Why it is no candidate',
      ({ line }) => own(strangers, line)[0]?.reasons.join('; ') ?? null,
    ],
    [
      'findings',
      'text',
      'Findings',
      ({ line }) =>
        own(findings, line)
          .map(({ text }) => text)
          .join('; '),
    ],
    ['can_stay', 'text', 'Can stay as it is', ({ line }) => stays(line)],
    ['in_best', 'text', 'In the best schedule', ({ line }) => change.get(line)?.change ?? null],
    ['best', 'text', 'There', ({ line }) => (change.get(line)?.change === 'moved' ? change.get(line)!.after : null)],
  ]);
}

/** The rules that the row of a line breaks, each once. */
const rulesOn = (faults: readonly GivenFault[], line: number): readonly string[] => [
  ...new Set(faults.filter(({ lines }) => lines.includes(line)).map(({ rule }) => rule)),
];

/** What to change first, a line for each row that comes, goes or stays after all. */
export const stepsTable = ({ best }: Pick<GivenSchedule, 'best'>): ResultTable => ({
  columns: [
    { name: 'new_rows', type: 'integer', label: 'New rows allowed' },
    { name: 'net_score', type: 'number', label: 'Net score' },
    { name: 'change', type: 'text', label: 'Change' },
    { name: 'line', type: 'integer', label: 'Line' },
    { name: 'row', type: 'text', label: 'Row' },
    { name: 'why', type: 'text', label: 'Why' },
  ],
  rows: (best?.steps ?? []).flatMap(({ most, net, added, dropped, restored }) => [
    ...added.map(({ row, why }): readonly Cell[] => [most, net, 'new', null, row, why]),
    ...restored.map(({ line, row }): readonly Cell[] => [most, net, 'stays after all', line, row, null]),
    ...dropped.map(({ line, row, why }): readonly Cell[] => [most, net, 'dropped', line, row, why]),
  ]),
});

/**
 * A table that can be written and read again as it is. The rows of a given schedule hold what somebody typed: a column
 * of dates or numbers in which something else stands is one of texts, and an empty text is no value.
 */
export function storable({ columns, rows }: ResultTable): ResultTable {
  const sound = columns.map((column, at): ResultColumn => {
    const fits = rows.every((row) => holds(column.type, row[at] ?? null));
    return fits ? column : { ...column, type: 'text' };
  });
  return {
    columns: sound,
    rows: rows.map((row) =>
      row.map((cell, at) => (cell === '' ? null : sound[at]!.type === 'text' && cell !== null ? String(cell) : cell)),
    ),
  };
}

const holds = (type: CellType, cell: Cell): boolean =>
  cell === null ||
  cell === '' ||
  type === 'text' ||
  (type === 'date' ? typeof cell === 'string' && isDate(cell) : typeof cell === 'number');

/** What becomes of each row in the best schedule, and which rows are new there. */
export const besideTable = ({ best, counts }: Pick<GivenSchedule, 'best' | 'counts'>): ResultTable =>
  tableOf(best?.rows ?? [], [
    ['change', 'text', 'In the best', ({ change }) => change],
    ['line', 'integer', capital(counts), ({ line }) => line],
    ['given', 'text', 'Given', ({ before }) => before],
    ['best', 'text', 'The best schedule', ({ after }) => after],
  ]);
