import { chapter, groupsBy, type Subject, sumOf, type TableRecord, textOf } from '../../../report/chapter.ts';
import { capital, count, plural } from '../../../text/format.ts';

/** What live events took: breaks that are lost or follow, and where their spots went. */
export const liveEvents = chapter({
  id: 'live-events',
  title: 'Live events',
  first: ({ tables }) => (tables.live_events?.rows.length ?? 0) > 0,
  table: 'live_events',
  off: ({ rows }) => (rows.length === 0 ? 'No live event takes the time of a break.' : undefined),
  lead: leadOf,
  blocks: [
    {
      caption: 'Breaks that a live event displaces, and where their published spots are now',
      columns: ['break', 'planned', 'fate', 'local', 'kept', 'elsewhere', 'made_good', 'owed'],
      limit: 12,
    },
  ],
});

/** "The live event from 20:40 to 21:20 has the air: 2 breaks follow it, 1 is lost. Of 5 spots …". */
function leadOf({ rows }: Subject): string {
  const events = groupsBy('event', rows).map(({ name }) => name);
  const fates = [
    ['follows', 'follows it', 'follow it'],
    ['ends early', 'ends early', 'end early'],
    ['lost', 'is lost', 'are lost'],
  ] as const;
  const breaks = fates.flatMap(([fate, one, many]) => {
    const own = rows.filter((row) => textOf(row, 'fate') === fate).length;
    return own === 0 ? [] : [`${plural(own, 'break')} ${own === 1 ? one : many}`];
  });
  const air = `${capital(events.join(', and '))} ${events.length === 1 ? 'has' : 'have'} the air`;
  return `${air}: ${breaks.join(', ')}. ${putOffText(rows)}${spotsText(rows)}`;
}

/** "It was to end at 21:20, then at 21:50. " Of several events those that were put off are named by their own rows. */
function putOffText(rows: readonly TableRecord[]): string {
  const events = groupsBy('event', rows).map((own) => textOf(own.head, 'put_off'));
  const [ends = ''] = events;
  if (events.length !== 1 || ends === '') return '';
  return `It was to end at ${ends.split(', ').join(', then at ')}. `;
}

function spotsText(rows: readonly TableRecord[]): string {
  const [kept, elsewhere, made, owed] = ['kept', 'elsewhere', 'made_good', 'owed'].map((name) => sumOf(rows, name));
  const all = kept! + elsewhere! + made! + owed!;
  if (all === 0) return 'No spot was published in them.';
  const parts = [
    ...partText(kept!, 'stays in its break', 'stay in their breaks'),
    ...partText(elsewhere!, 'airs in another break', 'air in other breaks'),
    ...partText(made!, 'is made good later', 'are made good later'),
    ...partText(owed!, 'has no place and is owed', 'have no place and are owed'),
  ];
  return `Of the ${plural(all, 'spot')} published in them ${parts.join(', ')}.`;
}

const partText = (spots: number, one: string, many: string): readonly string[] =>
  spots === 0 ? [] : [`${count(spots)} ${spots === 1 ? one : many}`];

/** What the tables ask and the log could not hold to. */
export const findings = chapter({
  id: 'findings',
  title: 'What could not be held to',
  table: 'findings',
  off: ({ rows }) => (rows.length === 0 ? 'Every row of the tables could be held to.' : undefined),
  lead: ({ rows }) =>
    `${plural(rows.length, 'row')} of the tables ${rows.length === 1 ? 'names' : 'name'} what is not there, or what a live event took: the rest of the log is planned without ${rows.length === 1 ? 'it' : 'them'}.`,
  blocks: [{ caption: 'Findings', limit: 12 }],
});
