import { chapter, type Page, recordsOf, sumOf, type TableRecord, textOf } from '../../../report/chapter.ts';
import type { Run } from '../../../runs/run.ts';
import { datesIn, shortDate } from '../../../text/dates.ts';
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
    const booked = open.filter(isBookedHere);
    const rest = open.length - booked.length;
    const where =
      booked.length === 0
        ? ''
        : ` ${count(booked.length)} ${booked.length === 1 ? 'is' : 'are'} booked in this log; ${count(rest)} ${rest === 1 ? 'has' : 'have'} no place in it.`;
    return `${plural(open.length, 'obligation')} worth ${dollars(sumOf(open, 'value'))} to be made good.${where}`;
  },
  blocks: [
    {
      caption: 'Make-goods, what expires first at the top',
      columns: [
        ...['spot', 'advertiser', 'value', 'status'],
        { name: 'where', type: 'text', label: 'Where', value: whereOf },
        'expires',
      ],
      limit: 12,
    },
  ],
});

/** Whether this log has a place for it: it may be booked in another. */
const isBookedHere = (row: TableRecord): boolean => textOf(row, 'break') !== '';

/** "Tue 11 Mar, 20:44 (t2044)" where it is booked; else where it could be: breaks of these dates, or later windows. */
function whereOf(row: TableRecord): string {
  const status = textOf(row, 'status');
  if (isBookedHere(row)) return placeText(row, 'date', 'local', 'break');
  if (status === 'aired' || status === 'credited' || status === 'expired') return '–';
  const places = datesIn(textOf(row, 'places'));
  return places.startsWith('none') || places === ''
    ? `no place here; ${datesIn(textOf(row, 'windows'))}`
    : `could air in ${places}`;
}

const placeText = (row: TableRecord, date: string, local: string, slot: string): string =>
  `${shortDate(textOf(row, date))}, ${textOf(row, local)} (${textOf(row, slot)})`;

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
      rows: (rows, { run }) => withPlaces(run, rows.filter(isOne('moved', 'dropped'))),
      columns: ['spot', 'change', 'from_break', 'to_break', 'old_place'],
      limit: 12,
    },
  ],
});

/** The new place of each, with its date and time. */
function withPlaces({ tables }: Run, rows: readonly TableRecord[]): readonly TableRecord[] {
  const log = new Map(recordsOf(tables.log).map((row) => [textOf(row, 'spot'), row]));
  return rows.map((row) => {
    const own = log.get(textOf(row, 'spot'));
    return own === undefined ? row : { ...row, to_break: placeText(own, 'date', 'local', 'break') };
  });
}

const isOne =
  (...changes: readonly string[]) =>
  (row: TableRecord): boolean =>
    changes.includes(textOf(row, 'change'));

/** What became of the published log, for the first screen: how many of each sort, and the first of them by name. */
export function changedOf({ tables }: Run): NonNullable<Page['changed']> {
  const rows = recordsOf(tables.changes);
  if (rows.length === 0) return [];
  const spots = [...recordsOf(tables.log), ...recordsOf(tables.unplaced)];
  const breaks = recordsOf(tables.breaks);
  const several = new Set(breaks.map((row) => textOf(row, 'date'))).size > 1;
  const timeOf = (row: TableRecord) => `${several ? `${shortDate(textOf(row, 'date'))}, ` : ''}${textOf(row, 'local')}`;
  const times = new Map(breaks.map((row) => [textOf(row, 'break'), timeOf(row)]));
  const names = new Map(spots.map((row) => [textOf(row, 'spot'), textOf(row, 'advertiser')]));
  const at = (row: TableRecord, name: string): string => times.get(textOf(row, name)) ?? textOf(row, name);
  const parts = ['new', 'dropped', 'moved'].flatMap((change) => {
    const own = rows.filter(isOne(change));
    const [first] = own;
    if (first === undefined) return [];
    const spot = textOf(first, 'spot');
    const places = [at(first, 'from_break'), at(first, 'to_break')].filter((place) => place !== '').join(' → ');
    const more = own.length > 1 ? ` and ${count(own.length - 1)} more` : '';
    return [`${count(own.length)} ${change} (${names.get(spot) || spot}: ${places}${more})`];
  });
  const same = rows.filter(isOne('same')).length;
  const text = parts.length === 0 ? 'nothing' : parts.join(', ');
  return [{ since: 'the published log', text: `${text}; ${plural(same, 'spot')} as before.` }];
}
