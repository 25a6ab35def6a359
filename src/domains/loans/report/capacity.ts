import {
  type Block,
  count,
  dayName,
  factsOf,
  numberOf,
  percent,
  pick,
  plural,
  recordsOf,
  type Section,
  shortDate,
  type TableRecord,
  textOf,
} from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import { loansBy } from './about.ts';

/** Slots of each day, with notes and closed days. */
export function capacitySection(run: Run): Section {
  const table = run.tables.capacity;
  const rows = recordsOf(table);
  const blocks: Block[] = [];
  if (table !== undefined) {
    const loans = loansBy(run, ['start_day'], ['date']);
    blocks.push(
      {
        type: 'chart',
        chart: 'capacity',
        caption: captionOf(rows),
        data: { rows: rows.map(datum) },
        marks: {
          rows: rows.map((row, i) => ({
            title: shortDate(textOf(row, 'date')),
            facts: factsOf(table, i, [
              'used loans',
              'capacity slots',
              'existing',
              'remaining slots',
              'utilization',
              'notes',
            ]),
            about: loans(row),
          })),
        },
      },
      {
        type: 'table',
        caption: 'Capacity by day',
        table: pick(table, ['date', 'class', 'capacity', 'existing', 'used', 'remaining', 'utilization', 'notes']),
        about: rows.map(loans),
      },
    );
  }
  return { id: 'capacity', title: 'Capacity by day', lead: leadOf(run, rows), blocks };
}

function captionOf(rows: readonly TableRecord[]): string {
  const busy = rows.some((row) => numberOf(row, 'existing') > 0);
  return `Loans starting (blue)${busy ? ', slots taken before (grey)' : ''} and slots (outline) of each day`;
}

function leadOf({ metrics }: Run, rows: readonly TableRecord[]): string {
  const used = `${count(metrics.capacity_used ?? 0)} of ${plural(metrics.capacity_slots ?? 0, 'slot')} are used (${percent(metrics.utilization ?? 0)}).`;
  const closed = rows.filter((row) => numberOf(row, 'capacity') === 0 && textOf(row, 'notes') !== '');
  const full = rows.filter((row) => numberOf(row, 'capacity') > 0 && numberOf(row, 'remaining') === 0);
  const parts = [used];
  if (full.length > 0) parts.push(`Full: ${full.map((row) => dayOf(row)).join(', ')}.`);
  for (const row of closed) parts.push(`${dayOf(row)} is closed (${textOf(row, 'notes')}).`);
  return parts.join(' ');
}

function dayOf(row: TableRecord): string {
  return textOf(row, 'day') || dayName(textOf(row, 'date'));
}

function datum(row: TableRecord) {
  const slots = numberOf(row, 'capacity');
  const existing = numberOf(row, 'existing');
  const used = numberOf(row, 'used');
  return {
    label: shortDate(textOf(row, 'date')),
    slots,
    existing,
    filled: existing + used,
    end: Math.max(slots, existing + used),
    said: slots === 0 && used === 0 ? 'closed' : `${count(used)} of ${count(slots)}`,
    note: textOf(row, 'notes'),
  };
}
