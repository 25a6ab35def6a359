import {
  type Block,
  longDate,
  plural,
  recordsOf,
  type Section,
  type TableRecord,
  textOf,
} from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import type { ResultColumn, ResultTable } from '../../../tables/result.ts';
import { carText } from '../words.ts';

const COLUMNS: readonly ResultColumn[] = [
  { name: 'partner', type: 'text', label: 'Partner' },
  { name: 'car', type: 'text', label: 'Car' },
  { name: 'rank', type: 'text', label: 'Rank' },
  { name: 'score', type: 'integer', label: 'Score' },
  { name: 'cost', type: 'money', label: 'Cost' },
  { name: 'vin', type: 'text', label: 'VIN' },
];

/** Every loan of the week, day by day. */
export function scheduleSection(run: Run): Section {
  const days = new Map<string, TableRecord[]>();
  const all = recordsOf(run.tables.assignments);
  const keys = new Map(all.map((row, i) => [row, [`loan:${i}`]]));
  for (const row of all) {
    const day = textOf(row, 'start_day');
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  const blocks = [...days].map(([day, rows]): Block => {
    const sorted = [...rows].sort(byPartner);
    return {
      type: 'table',
      caption: `${longDate(day)}: ${plural(rows.length, 'loan')}`,
      table: tableOf(sorted),
      about: sorted.map((row) => keys.get(row)!),
    };
  });
  const total = [...days.values()].reduce((sum, rows) => sum + rows.length, 0);
  const lead =
    total === 0
      ? 'No loan is worth its penalties, or none is possible: the best schedule is empty.'
      : `${plural(total, 'loan')} on ${plural(days.size, 'day')}.`;
  return { id: 'schedule', title: 'The schedule', lead, blocks };
}

function tableOf(rows: readonly TableRecord[]): ResultTable {
  return {
    columns: COLUMNS,
    rows: rows.map((row) => [
      textOf(row, 'partner') || textOf(row, 'person_id'),
      carText(textOf(row, 'make'), textOf(row, 'model')),
      row.rank ?? null,
      row.score ?? null,
      row.estimated_cost ?? null,
      textOf(row, 'vin'),
    ]),
  };
}

function byPartner(a: TableRecord, b: TableRecord): number {
  const [one, other] = [textOf(a, 'partner'), textOf(b, 'partner')];
  return one === other ? 0 : one < other ? -1 : 1;
}
