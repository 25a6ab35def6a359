import { chapter, recordsOf, type Subject, sumOf, type TableRecord, textOf } from '../../../report/chapter.ts';
import { count, dollars, plural } from '../../../text/format.ts';
import { spotOf } from './about.ts';

const STATES = ['as planned', 'early', 'late', 'short', 'missing', 'unplanned'] as const;

/** What really aired, against the log that was published. */
export const aired = chapter({
  id: 'aired',
  title: 'What aired',
  first: ({ tables }) => (tables.reconciliation?.rows.length ?? 0) > 0,
  table: 'reconciliation',
  off: ({ rows }) =>
    rows.length === 0
      ? 'No table `as_run` says what aired: what was published before `now`, outside live events, is taken to have aired.'
      : undefined,
  lead: leadOf,
  about: spotOf,
  blocks: [
    {
      caption: 'Spots that did not air as they were published',
      rows: (rows) => rows.filter((row) => textOf(row, 'state') !== 'as planned'),
      columns: ['spot', 'advertiser', 'state', 'planned', 'aired', 'seconds', 'seconds_aired', 'owed', 'text'],
      limit: 12,
    },
    { caption: 'Every spot that was due or seen', folded: true },
  ],
});

/** "9 spots aired as planned, 1 late, 2 are missing. $600 is owed for it: 1 spot has a new place, 1 has none." */
function leadOf({ run, rows }: Subject): string {
  const [first, ...rest] = STATES.flatMap((state) => {
    const own = rows.filter((row) => textOf(row, 'state') === state).length;
    return own === 0 ? [] : [[state, own] as const];
  });
  if (first === undefined) return 'Nothing was due.';
  const [state, many] = first;
  const others = rest.map(([name, own]) => `${count(own)} ${name}`).join(', ');
  const owed = sumOf(rows, 'owed');
  const due = owed === 0 ? ' Nothing is owed for it.' : ` ${dollars(owed)} is owed for it${whereTo(run, rows)}.`;
  return `${plural(many, 'spot')} ${state}${others === '' ? '' : `, ${others}`}.${due}`;
}

/** ": 1 spot has a new place, 1 has none". */
function whereTo(run: Subject['run'], rows: readonly TableRecord[]): string {
  const placed = new Set(recordsOf(run.tables.log).map((row) => textOf(row, 'spot')));
  const missing = rows.filter((row) => textOf(row, 'state') === 'missing');
  if (missing.length === 0) return '';
  const found = missing.filter((row) => placed.has(textOf(row, 'spot'))).length;
  const none = missing.length - found;
  const parts = [
    ...(found === 0 ? [] : [`${plural(found, 'missing spot')} ${found === 1 ? 'has' : 'have'} a new place`]),
    ...(none === 0 ? [] : [`${count(none)} ${none === 1 ? 'has' : 'have'} none`]),
  ];
  return `: ${parts.join(', ')}`;
}
