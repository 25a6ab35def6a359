import {
  type Block,
  count,
  type Mark,
  numberOf,
  plural,
  recordsOf,
  type Section,
  type TableRecord,
  textOf,
} from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';

const DISTANCES = ['separation', 'competitive', 'creative'];
const CAPS = ['rolling_cap', 'cap_block', 'cap_day'];
const NAMES: Readonly<Record<string, string>> = {
  ...{ separation: 'own', competitive: 'competitors', creative: 'same creative' },
  ...{ rolling_cap: 'rolling', cap_block: 'a block', cap_day: 'a day' },
};
const MOST = 10;

/** How close the log comes to its caps and distances. */
export function marginsSection(run: Run): Section {
  const table = run.tables.margins;
  const rows = recordsOf(table);
  const blocks = [
    ...chartOf(rows, DISTANCES, 'Tightest distances in minutes, end to start (blue), and what is asked for (mark)', 60),
    ...chartOf(rows, CAPS, 'Tightest caps: spots (blue) and the most allowed (mark)', 1),
  ];
  if (table !== undefined && table.rows.length > 0)
    blocks.push({
      type: 'table',
      caption: 'Every margin',
      table,
      folded: true,
      file: 'margins.csv',
      about: rows.map((_, i) => [`margin:${i}`]),
    });
  return { id: 'margins', title: 'Caps and separations', lead: leadOf(run, rows), blocks };
}

function chartOf(
  rows: readonly TableRecord[],
  rules: readonly string[],
  caption: string,
  unit: number,
): readonly Block[] {
  const near = rows
    .filter((row) => rules.includes(textOf(row, 'rule')))
    .sort((a, b) => numberOf(a, 'margin') - numberOf(b, 'margin') || order(a, b))
    .slice(0, MOST);
  if (near.length === 0) return [];
  const marks = { rows: near.map((row) => markOf(row, unit, rows.indexOf(row))) };
  const data = { rows: near.map((row) => datum(row, unit)) };
  return [{ type: 'chart', chart: 'rotation-margins', caption, data, marks }];
}

function order(a: TableRecord, b: TableRecord): number {
  const [one, other] = [textOf(a, 'entity'), textOf(b, 'entity')];
  return one === other ? 0 : one < other ? -1 : 1;
}

function markOf(row: TableRecord, unit: number, at: number): Mark {
  const said = (name: string) => {
    const value = numberOf(row, name) / unit;
    return unit === 1 ? plural(value, 'spot') : `${count(value)} min`;
  };
  return {
    title: `${textOf(row, 'entity')}, ${NAMES[textOf(row, 'rule')] ?? textOf(row, 'rule')}`,
    facts: [
      [unit === 1 ? 'The most in any window' : 'The least between two', said('actual')],
      [unit === 1 ? 'Allowed' : 'Asked for', said('limit')],
      ['To spare', said('margin')],
    ],
    about: [`margin:${at}`],
  };
}

function datum(row: TableRecord, unit: number) {
  const [limit, actual, margin] = ['limit', 'actual', 'margin'].map((name) => numberOf(row, name) / unit) as [
    number,
    number,
    number,
  ];
  const spare = unit === 1 ? `${count(margin)} left` : `${count(margin)} min to spare`;
  return {
    label: `${textOf(row, 'entity')}, ${NAMES[textOf(row, 'rule')] ?? textOf(row, 'rule')}`,
    ...{ limit, actual, broken: margin < 0 ? 1 : 0, end: Math.max(limit, actual) },
    said: margin < 0 ? 'broken' : margin === 0 ? 'just kept' : spare,
  };
}

function leadOf({ metrics }: Run, rows: readonly TableRecord[]): string {
  const full = rows.filter((row) => CAPS.includes(textOf(row, 'rule')) && numberOf(row, 'margin') === 0).length;
  const caps =
    full === 0 ? 'No cap is used up.' : `${plural(full, 'cap')} ${full === 1 ? 'is' : 'are'} used up somewhere.`;
  const distance = metrics.smallest_separation_margin;
  if (typeof distance !== 'number') return `No two spots need a distance. ${caps}`;
  const kept =
    distance < 0
      ? 'The tightest distance is broken'
      : `The tightest distance has ${plural(distance, 'second')} to spare`;
  return `${kept}. Distances are measured on air, from the end of one spot to the start of the next. ${caps}`;
}
