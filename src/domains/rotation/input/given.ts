import { choice, money, optional, orElse, text } from '../../../tables/cells/cells.ts';
import { table } from '../../../tables/table.ts';
import { momentCell, positive, secondsBetween } from './cells.ts';
import { id, maybeDate, maybeId } from './columns.ts';

const OBLIGATION_STATES = ['open', 'offered', 'approved', 'booked', 'aired', 'credited', 'expired'] as const;

export const locks = table({
  name: 'locks',
  description: 'Spots that must air in a given break.',
  required: false,
  key: ['spot'],
  rows: 'restrict',
  refers: { spot: { to: ['spots.id'], unknown: 'fine' }, break: { to: ['breaks.id'], unknown: 'fine' } },
  columns: {
    spot: id('Spot', 'spot_id'),
    break: id('Break'),
    position: { schema: optional(positive), description: 'Place in the break, from 1' },
  },
});

export const published = table({
  name: 'published',
  description: 'The log published last.',
  required: false,
  key: ['spot'],
  rows: 'restrict',
  refers: { spot: { to: ['spots.id'], unknown: 'told' }, break: { to: ['breaks.id'], unknown: 'told' } },
  columns: {
    spot: id('Spot', 'spot_id'),
    break: id('Break'),
    position: { schema: positive, description: 'Place in the break, from 1', required: true },
  },
});

export const asRun = table({
  name: 'as_run',
  description: 'What really aired. Where it is given, it alone is history, whatever was published.',
  required: false,
  key: ['spot', 'date', 'at'],
  rows: 'restrict',
  refers: { spot: { to: ['spots.id'], unknown: 'told' }, break: { to: ['breaks.id'], unknown: 'told' } },
  columns: {
    spot: id('Spot', 'spot_id'),
    break: maybeId('Break; empty: the one in whose time it aired, else the one in which it was published'),
    date: { schema: maybeDate, description: 'Broadcast date of a local air time; empty: the first of the scenario' },
    at: {
      schema: momentCell,
      description: 'Air time: a local time, or an instant with its zone',
      required: true,
      aliases: ['air_time', 'aired_at'],
    },
    seconds: {
      schema: optional(secondsBetween(0, 86_400)),
      description: 'Seconds that aired; empty: all of the spot; 0: it did not air',
    },
  },
});

export const preemptions = table({
  name: 'preemptions',
  description:
    'Times in which live events have the air: nothing else airs from `from` to `live_end`. Breaks in it move to live_end or go.',
  required: false,
  key: ['from', 'live_end'],
  rows: 'restrict',
  columns: {
    from: { schema: momentCell, description: 'Begin: a local time of the first date, or an instant', required: true },
    live_end: { schema: momentCell, description: 'End of the live event', required: true },
    reason: { schema: optional(text), description: 'Why' },
  },
});

export const obligations = table({
  name: 'obligations',
  description: 'Spots owed from before.',
  required: false,
  key: ['spot'],
  rows: 'restrict',
  refers: { spot: { to: ['spots.id'], unknown: 'fine' } },
  columns: {
    spot: id('Spot that is owed', 'id', 'spot_id'),
    value: { schema: optional(money), description: 'Dollars owed' },
    status: { schema: orElse(choice(...OBLIGATION_STATES), 'open'), description: 'How far it has come' },
    created: { schema: maybeDate, description: 'Date on which it arose' },
    expires: { schema: maybeDate, description: 'Last date on which it can be made good' },
  },
});
