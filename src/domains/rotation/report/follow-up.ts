import { chapter, dated, sumOf, type TableRecord, textOf } from '../../../report/chapter.ts';
import { count, dollars, plural } from '../../../text/format.ts';
import { settingsOf } from './settings.ts';

/** What is owed to advertisers, and where it may be made good. */
export const obligations = chapter({
  id: 'obligations',
  title: 'Obligations',
  table: 'obligations',
  off: ({ rows }) =>
    rows.length === 0 ? 'Nothing is owed: no published spot was dropped, and none was owed before.' : undefined,
  lead: ({ rows }) => {
    const open = rows.filter((row) => !['aired', 'credited', 'expired'].includes(textOf(row, 'status')));
    return `${plural(open.length, 'obligation')} worth ${dollars(sumOf(open, 'value'))} to be made good.`;
  },
  blocks: [
    {
      caption: 'Make-goods',
      columns: ['spot', 'advertiser', 'value', dated('windows'), 'expires', 'status'],
      limit: 12,
    },
  ],
});

/** Which rules gave way, and for whom. */
export const relaxations = chapter({
  id: 'relaxations',
  title: 'Relaxations',
  table: 'relaxations',
  off: ({ run, rows }) => {
    const { relax } = settingsOf(run);
    if (relax.length === 0) return 'None was allowed: every rule held for every spot.';
    return rows.length === 0 ? `Allowed for guaranteed spots (${namesOf(relax)}), but none was needed.` : undefined;
  },
  lead: ({ run, rows }) => {
    const spots = new Set(rows.map((row) => textOf(row, 'spot'))).size;
    return `A rule gave way for ${plural(spots, 'guaranteed spot')}; allowed were, in this order: ${namesOf(settingsOf(run).relax)}.`;
  },
  blocks: [{ caption: 'Rules that gave way', limit: 12 }],
});

const namesOf = (rules: readonly string[]): string => rules.join(', ').replaceAll('_', ' ');

/** What differs from the log published before. */
export const changes = chapter({
  id: 'changes',
  title: 'Against the published log',
  first: ({ tables }) => (tables.changes?.rows.length ?? 0) > 0,
  table: 'changes',
  off: ({ rows }) => (rows.length === 0 ? 'No log was published before: there is nothing to compare with.' : undefined),
  lead: ({ rows }) => {
    const [same, moved, dropped, added] = ['same', 'moved', 'dropped', 'new'].map(
      (change) => rows.filter(isOne(change)).length,
    ) as [number, number, number, number];
    return `${plural(same, 'published spot')} ${same === 1 ? 'stays where it was' : 'stay where they were'}, ${count(moved)} moved, ${count(dropped)} ${dropped === 1 ? 'was' : 'were'} dropped; ${count(added)} ${added === 1 ? 'is' : 'are'} new.`;
  },
  blocks: [
    {
      caption: 'Published spots that moved or were dropped',
      rows: (rows) => rows.filter(isOne('moved', 'dropped')),
      limit: 12,
    },
  ],
});

const isOne =
  (...changes: readonly string[]) =>
  (row: TableRecord): boolean =>
    changes.includes(textOf(row, 'change'));
