import {
  chapter,
  numberOf,
  recordsOf,
  type Subject,
  sumOf,
  type TableRecord,
  textOf,
} from '../../../report/chapter.ts';
import { shortDate } from '../../../text/dates.ts';
import { count, dollars, plural } from '../../../text/format.ts';
import { spotOf } from './about.ts';

/** Where displaced spots are: how a lead says it of one spot and of several, and what they are in the chart. */
const PLACES = [
  ['in its break, later', 'is in its break, later', 'are in their breaks, later', 'to come this evening'],
  ['in another break', 'is in another break', 'are in other breaks', 'to come this evening'],
  ['made good the same day', 'is made good the same day', 'are made good the same day', 'made good'],
  ['made good on a later day', 'is made good on a later day', 'are made good on a later day', 'made good'],
  ['made good, remnant break', 'is made good in a remnant break', 'are made good in remnant breaks', 'made good'],
  ['no place', 'has no place', 'have no place', 'owed'],
] as const;

/** How spots aired that were due or seen. */
const AIRED = ['as planned', 'early', 'late', 'unplanned', 'short'] as const;

const CAUSES: Readonly<Record<string, string>> = {
  'not seen': 'not seen on air',
  'live event': 'a live event had its time',
  'another break': 'another break was on air then',
  'owed before': 'displaced before',
  moved: 'moved by this log',
};

/** What became of the evening: what aired, what did not as it was published, and where that is now. */
export const displaced = chapter({
  id: 'displaced',
  title: 'What aired, what is owed, where it went',
  first: () => true,
  table: 'displaced',
  lead: (subject) => (isTold(subject) ? leadOf(subject) : undefined),
  about: spotOf,
  blocks: [
    {
      chart: 'rotation-displaced',
      caption: 'Spots that aired until now, and displaced spots by where they are now',
      rows: (_, subject) => barsOf(subject),
      datum: ['label', 'spots', 'group', 'said'],
      about: () => () => [],
    },
    {
      caption: 'Aired, but not as it was published',
      rows: (rows) => rows.filter(isAired),
      columns: [
        ...['spot', 'advertiser'],
        { name: 'was', type: 'text', label: 'Published for', value: wasOf },
        { name: 'now', type: 'text', label: 'Aired at', value: nowOf },
        { name: 'text', label: 'How' },
        'owed',
      ],
    },
    {
      caption: 'Displaced: where each spot went',
      rows: (rows) => PLACES.flatMap(([to]) => rows.filter((row) => !isAired(row) && textOf(row, 'to') === to)),
      columns: [
        ...['spot', 'advertiser'],
        { name: 'now', type: 'text', label: 'Now', value: nowOf },
        { name: 'to', label: 'Where' },
        { name: 'wish', type: 'text', label: 'Wished for', value: wishOf },
        { name: 'was', type: 'text', label: 'In the last log', value: wasOf },
        { name: 'cause', label: 'Why', value: (row) => CAUSES[textOf(row, 'cause')] ?? '' },
        'owed',
      ],
      limit: 24,
    },
  ],
});

/** A log without a live event, and of which nobody says what aired, has its changes in the chapter on them. */
function isTold({ run: { tables }, rows }: Subject): boolean {
  const isLive = (tables.live_events?.rows.length ?? 0) > 0 || (tables.reconciliation?.rows.length ?? 0) > 0;
  return isLive && rows.length > 0;
}

const isAired = (row: TableRecord): boolean => textOf(row, 'cause') === 'aired otherwise';

/** A bar for each way in which spots aired, then one for each sort of place. */
function barsOf({ run, rows }: Subject): readonly TableRecord[] {
  const seen = recordsOf(run.tables.reconciliation);
  const bar = (label: string, group: string, own: readonly TableRecord[]): readonly TableRecord[] => {
    const owed = sumOf(own, 'owed');
    const said = `${count(own.length)}${group === 'owed' && owed > 0 ? ` (${dollars(owed)} owed)` : ''}`;
    return own.length === 0 ? [] : [{ label, spots: own.length, group, said }];
  };
  return [
    ...AIRED.flatMap((state) => {
      const own = seen.filter((row) => textOf(row, 'state') === state);
      return bar(`aired ${state}`, state === 'short' ? 'owed' : 'aired', own);
    }),
    ...PLACES.flatMap(([to, , , group]) =>
      bar(
        to,
        group,
        rows.filter((row) => !isAired(row) && textOf(row, 'to') === to),
      ),
    ),
  ];
}

function wishOf(row: TableRecord): string {
  return textOf(row, 'wish_local') === ''
    ? '–'
    : `${shortDate(textOf(row, 'wish_date'))}, ${textOf(row, 'wish_local')}`;
}

/** "Mon 10 Mar, 20:44". */
function wasOf(row: TableRecord): string {
  if (textOf(row, 'from_break') === '') return '–';
  return `${shortDate(textOf(row, 'from_date'))}, ${textOf(row, 'from_local')}`;
}

/** "Tue 11 Mar, 20:15 (t2014)". */
function nowOf(row: TableRecord): string {
  if (textOf(row, 'to_break') === '') return '–';
  return `${shortDate(textOf(row, 'to_date'))}, ${textOf(row, 'to_local')} (${textOf(row, 'to_break')})`;
}

/** "Until now 1 spot aired as planned, 1 late, 1 short. 8 spots are displaced: …. $2,700 is owed, and has no place yet: …". */
function leadOf({ run, rows }: Subject): string {
  const gone = rows.filter((row) => !isAired(row));
  const parts = PLACES.flatMap(([to, one, many]) => {
    const own = gone.filter((row) => textOf(row, 'to') === to).length;
    return own === 0 ? [] : [`${count(own)} ${own === 1 ? one : many}`];
  });
  const are = `${plural(gone.length, 'spot')} ${gone.length === 1 ? 'is' : 'are'} displaced: ${parts.join(', ')}.`;
  return `${airedText(run)}${gone.length === 0 ? 'No spot is displaced.' : are} ${owedText(rows)}`;
}

function airedText(run: Subject['run']): string {
  const states = recordsOf(run.tables.reconciliation).map((row) => textOf(row, 'state'));
  const parts = [...AIRED, 'missing'].flatMap((state) => {
    const own = states.filter((each) => each === state).length;
    return own === 0 ? [] : [`${count(own)} ${state}`];
  });
  return parts.length === 0 ? '' : `Of ${plural(states.length, 'spot')} due until now: ${parts.join(', ')}. `;
}

/** "$2,700 of what is owed has no place yet: diner-1 (Bluebird Diner)." */
function owedText(rows: readonly TableRecord[]): string {
  const owed = rows.filter((row) => numberOf(row, 'owed') > 0);
  if (owed.length === 0) return 'Nothing is owed.';
  const none = owed.filter((row) => textOf(row, 'to') === 'no place');
  const all = `${dollars(sumOf(owed, 'owed'))} is owed`;
  if (none.length === 0) return `${all}, and all of it is booked in this log.`;
  const names = none.slice(0, 3).map((row) => `${textOf(row, 'spot')} (${textOf(row, 'advertiser')})`);
  const more = none.length > names.length ? ` and ${count(none.length - names.length)} more` : '';
  return `${all}; ${dollars(sumOf(none, 'owed'))} of it has no place yet: ${names.join(', ')}${more}.`;
}
