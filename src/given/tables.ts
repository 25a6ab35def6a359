import type { GivenFault, GivenSchedule } from '../runs/given.ts';
import { isDate } from '../tables/dates.ts';
import type { Cell, CellType, ResultColumn, ResultTable } from '../tables/result.ts';
import { capital } from '../text/format.ts';

/** The hard rules that a given schedule breaks, with the lines of the file. */
export const faultsTable = (faults: readonly GivenFault[]): ResultTable => ({
  columns: [
    { name: 'rule', type: 'text', label: 'Rule' },
    { name: 'entity', type: 'text', label: 'Who or what' },
    { name: 'line', type: 'text', label: 'Line' },
    { name: 'text', type: 'text', label: 'What is wrong' },
  ],
  rows: faults.map(({ rule, entity, lines, text }) => [rule, entity, linesText(lines), text]),
});

/** "3, 9"; of many the first ones. Empty: of none. */
export const linesText = (lines: readonly number[]): string =>
  lines.length > 6 ? `${lines.slice(0, 5).join(', ')} and ${lines.length - 5} more` : lines.join(', ');

/** Every row of the file with what was found out about it. */
export function rowsTable(given: GivenSchedule, texts: readonly string[]): ResultTable {
  const { rows, findings, faults, strangers, best } = given;
  const change = new Map(best?.rows.flatMap((one) => (one.line === null ? [] : [[one.line, one]])));
  const kept = (line: number) => best?.steps[0] && !best.steps[0].dropped.some((one) => one.line === line);
  return {
    columns: [
      { name: 'line', type: 'integer', label: capital(given.counts) },
      { name: 'row', type: 'text', label: 'Row' },
      { name: 'rules', type: 'text', label: 'Rules it breaks' },
      { name: 'no_candidate', type: 'text', label: 'Why it is no candidate' },
      { name: 'findings', type: 'text', label: 'Findings' },
      { name: 'can_stay', type: 'text', label: 'Can stay as it is' },
      { name: 'in_best', type: 'text', label: 'In the best schedule' },
      { name: 'best', type: 'text', label: 'There' },
    ],
    rows: rows.map(({ line }, at): readonly Cell[] => [
      line,
      texts[at]!,
      [...new Set(faults.filter((one) => one.lines.includes(line)).map(({ rule }) => rule))].join(', '),
      strangers.find((one) => one.line === line)?.reasons.join('; ') ?? null,
      findings
        .filter((one) => one.line === line)
        .map(({ text }) => text)
        .join('; '),
      best === null ? null : kept(line) === undefined ? null : kept(line) ? 'yes' : 'no',
      change.get(line)?.change ?? null,
      change.get(line)?.change === 'moved' ? change.get(line)!.after : null,
    ]),
  };
}

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
export const besideTable = ({ best, counts }: Pick<GivenSchedule, 'best' | 'counts'>): ResultTable => ({
  columns: [
    { name: 'change', type: 'text', label: 'In the best' },
    { name: 'line', type: 'integer', label: capital(counts) },
    { name: 'given', type: 'text', label: 'Given' },
    { name: 'best', type: 'text', label: 'The best schedule' },
  ],
  rows: (best?.rows ?? []).map(({ change, line, before, after }) => [change, line, before, after]),
});
