import { count, dated, dollars, numberOf, plural, recordsOf, type Section, textOf } from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import { settingsOf } from './settings.ts';

/** What is owed to advertisers, and where it may be made good. */
export function obligationsSection({ tables }: Run): Section {
  const section = { id: 'obligations', title: 'Obligations' };
  const table = tables.obligations;
  const rows = recordsOf(table);
  if (table === undefined || rows.length === 0)
    return {
      ...section,
      lead: 'Nothing is owed: no published spot was dropped, and none was owed before.',
      blocks: [],
    };
  const open = rows.filter((row) => !['aired', 'credited', 'expired'].includes(textOf(row, 'status')));
  const value = open.reduce((sum, row) => sum + numberOf(row, 'value'), 0);
  const lead = `${plural(open.length, 'obligation')} worth ${dollars(value)} to be made good.`;
  return {
    ...section,
    lead,
    blocks: [{ type: 'table', caption: 'Make-goods', table: dated(table), limit: 12, file: 'obligations.csv' }],
  };
}

/** Which rules gave way, and for whom. */
export function relaxationsSection(run: Run): Section {
  const section = { id: 'relaxations', title: 'Relaxations' };
  const { relax } = settingsOf(run);
  const table = run.tables.relaxations;
  const rows = recordsOf(table);
  if (relax.length === 0) return { ...section, lead: 'None was allowed: every rule held for every spot.', blocks: [] };
  const allowed = relax.join(', ').replaceAll('_', ' ');
  if (table === undefined || rows.length === 0)
    return { ...section, lead: `Allowed for guaranteed spots (${allowed}), but none was needed.`, blocks: [] };
  const spots = new Set(rows.map((row) => textOf(row, 'spot'))).size;
  const lead = `A rule gave way for ${plural(spots, 'guaranteed spot')}; allowed were, in this order: ${allowed}.`;
  return {
    ...section,
    lead,
    blocks: [{ type: 'table', caption: 'Rules that gave way', table, limit: 12, file: 'relaxations.csv' }],
  };
}

/** What differs from the log published before. */
export function changesSection({ tables }: Run): Section {
  const section = { id: 'changes', title: 'Against the published log' };
  const table = tables.changes;
  const rows = recordsOf(table);
  if (table === undefined || rows.length === 0)
    return { ...section, lead: 'No log was published before: there is nothing to compare with.', blocks: [] };
  const of = (change: string) => rows.filter((row) => textOf(row, 'change') === change).length;
  const lead = `${plural(of('same'), 'published spot')} ${of('same') === 1 ? 'stays where it was' : 'stay where they were'}, ${count(of('moved'))} moved, ${count(of('dropped'))} ${of('dropped') === 1 ? 'was' : 'were'} dropped; ${count(of('new'))} ${of('new') === 1 ? 'is' : 'are'} new.`;
  const differing = rows.flatMap((row, i) =>
    ['moved', 'dropped'].includes(textOf(row, 'change')) ? [table.rows[i]!] : [],
  );
  if (differing.length === 0) return { ...section, lead, blocks: [] };
  const shown = { columns: table.columns, rows: differing };
  return {
    ...section,
    lead,
    blocks: [
      {
        type: 'table',
        caption: 'Published spots that moved or were dropped',
        table: shown,
        limit: 12,
        file: 'changes.csv',
      },
    ],
  };
}
