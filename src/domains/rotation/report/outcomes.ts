import {
  type Block,
  count,
  dollars,
  type Mark,
  numberOf,
  pick,
  plural,
  recordsOf,
  type Section,
  type TableRecord,
  textOf,
} from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import { spotOf, spotsBy } from './about.ts';

const TIERS: Readonly<Record<string, string>> = { guaranteed: 'Guaranteed', priority: 'Priority', remnant: 'Remnant' };

/** What keeps spots out, in the words of the lead. */
const REASONS: Readonly<Record<string, string>> = {
  ...{ capacity: 'full breaks', count: 'breaks at their number of spots', separation: 'another spot too near' },
  ...{ competitive: 'a competitor too near', creative: 'the same creative too near', order: 'no sound order' },
  ...{ rolling_cap: 'the rolling cap', cap_block: 'the cap of a block', cap_day: 'the cap of a day' },
  ...{ prime: 'no break in prime time', window: 'no break in its hours', max_shift: 'no break near the wish' },
};

/** What became of every spot: where it wished to be, moved, or left out and why. */
export function outcomesSection(run: Run): Section {
  const tiers = recordsOf(run.tables.tiers).filter((row) => numberOf(row, 'spots') > 0);
  const blocks: Block[] = [];
  if (tiers.length > 0)
    blocks.push({
      type: 'chart',
      chart: 'rotation-outcomes',
      caption: 'Spots as wished (blue), moved (light blue) and left out (orange)',
      data: { rows: tiers.map(datum) },
      marks: { rows: tiers.map((row) => ({ ...markOf(row), about: spotsBy(run, 'tier')(row) })) },
    });
  blocks.push(...unplacedBlocks(run), ...movedBlocks(run));
  return { id: 'outcomes', title: 'Placed, moved and left out', lead: leadOf(run), blocks };
}

function markOf(row: TableRecord): Mark {
  const [all, placed, moved] = [numberOf(row, 'spots'), numberOf(row, 'placed'), numberOf(row, 'moved')];
  return {
    title: TIERS[textOf(row, 'tier')] ?? textOf(row, 'tier'),
    facts: [
      ['As wished', plural(placed - moved, 'spot')],
      ['Moved', plural(moved, 'spot')],
      ['Left out', plural(all - placed, 'spot')],
    ],
  };
}

function datum(row: TableRecord) {
  const [all, placed, moved] = [numberOf(row, 'spots'), numberOf(row, 'placed'), numberOf(row, 'moved')];
  return {
    label: TIERS[textOf(row, 'tier')] ?? textOf(row, 'tier'),
    all,
    placed,
    kept: placed - moved,
    said: `${count(moved)} moved, ${count(all - placed)} left out`,
  };
}

function unplacedBlocks({ tables }: Run): readonly Block[] {
  const table = tables.unplaced;
  if (table === undefined || table.rows.length === 0) return [];
  const caption = 'Spots left out, and what kept them out';
  const columns = ['spot', 'advertiser', 'tier', 'value', 'text'];
  return [
    {
      type: 'table',
      caption,
      table: pick(table, columns),
      limit: 12,
      file: 'unplaced.csv',
      about: recordsOf(table).map(spotOf),
    },
  ];
}

/** The farthest first. */
function movedBlocks({ tables }: Run): readonly Block[] {
  const table = tables.log;
  if (table === undefined) return [];
  const rows = recordsOf(table)
    .map((row, i) => ({ far: Math.abs(numberOf(row, 'shift_minutes')), moved: textOf(row, 'state') === 'moved', i }))
    .filter(({ moved }) => moved)
    .sort((a, b) => b.far - a.far || a.i - b.i);
  if (rows.length === 0) return [];
  const columns = ['spot', 'advertiser', 'tier', 'date', 'local', 'break', 'shift_minutes'];
  const moved = pick({ columns: table.columns, rows: rows.map(({ i }) => table.rows[i]!) }, columns);
  return [
    {
      type: 'table',
      caption: 'Spots moved, the farthest first',
      table: moved,
      limit: 8,
      file: 'log.csv',
      about: recordsOf(moved).map(spotOf),
    },
  ];
}

function leadOf(run: Run): string {
  const { metrics } = run;
  const moved = `${plural(metrics.moved ?? 0, 'spot')} moved from ${metrics.moved === 1 ? 'its' : 'their'} wish`;
  const rows = recordsOf(run.tables.unplaced);
  if (rows.length === 0) return `${moved}; none is left out.`;
  const lost = rows.reduce((sum, row) => sum + numberOf(row, 'value'), 0);
  return `${moved}; ${plural(rows.length, 'spot')} worth ${dollars(lost)} ${rows.length === 1 ? 'is' : 'are'} left out. Most often: ${reasonsOf(rows)}.`;
}

/** The three most frequent reasons. */
function reasonsOf(rows: readonly TableRecord[]): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const reason = REASONS[textOf(row, 'reason')] ?? textOf(row, 'reason').replaceAll('_', ' ');
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 3);
  return most.map(([reason, times]) => `${reason} (${count(times)})`).join(', ');
}
