import { z } from 'zod';
import { noParameters, offByDefault, rule } from '../../src/policy/rule.ts';

/** An errand of the smallest kind that has a little of everything. */
export interface Errand {
  readonly id: string;
  /** For whom it is done. */
  readonly client: string;
  readonly worth: number;
}

export interface World {
  readonly days: readonly string[];
  readonly errands: readonly Errand[];
}

export type Axis = 'day' | 'id';

const onDay = offByDefault({ day: z.string() });
const upTo = offByDefault({ most: z.int() });
const priced = offByDefault({ price: z.number() });

/** No errand on this day. */
export const holiday = rule<typeof onDay, World, Axis>({
  name: 'holiday',
  title: 'Holiday',
  section: 'rules',
  meaning: 'Nothing is done on this day.',
  formula: 'd is not day',
  parameters: onDay,
  filters: ({ own, world }) => [
    {
      step: 'holiday',
      text: 'the day is a holiday',
      on: ['day'],
      removes: (at) => world.days[at.day] === own.day,
      why: (at) => `${world.days[at.day]} is a holiday`,
    },
  ],
});

/** Errands of Ann are not done on this day. */
export const absence = rule<typeof onDay, World, Axis>({
  name: 'absence',
  title: 'Absence',
  section: 'rules',
  meaning: 'Ann is away on this day.',
  formula: 'd is not day, or the client is not Ann',
  parameters: onDay,
  filters: ({ own, world }) => [
    {
      step: 'absence',
      text: 'the client is away',
      removes: (at) => world.days[at.day] === own.day && world.errands[at.id]!.client === 'Ann',
      why: (at) => `${world.errands[at.id]!.client} is away on ${own.day}, and waits for ${world.errands[at.id]!.id}`,
    },
  ],
});

export const once = rule<typeof noParameters, World, Axis>({
  name: 'once',
  title: 'Once',
  section: 'always',
  meaning: 'An errand is done once.',
  formula: 'days of an errand <= 1',
  parameters: noParameters,
  limits: ({ world, all }) => [
    {
      rule: 'once',
      groups: world.errands.length,
      members: { group: all.id },
      most: new Float64Array(world.errands.length).fill(1),
      label: (group) => world.errands[group]!.id,
      more: (group) => `${world.errands[group]!.id} once more`,
    },
  ],
});

export const perDay = rule<typeof upTo, World, Axis>({
  name: 'per_day',
  title: 'Errands a day',
  section: 'rules',
  meaning: 'At most so many errands are done on a day.',
  formula: 'errands on d <= most',
  parameters: upTo,
  limits: ({ own, world, all }) => [
    {
      rule: 'per_day',
      groups: world.days.length,
      members: { group: all.day },
      most: new Float64Array(world.days.length).fill(own.most),
      label: (group) => world.days[group]!,
      more: (group) => `one more errand on ${world.days[group]}`,
    },
  ],
});

/** Days with an errand cost a trip, and there are so many trips: one helper column a day. */
export const trips = rule<typeof upTo, World, Axis>({
  name: 'trips',
  title: 'Trips',
  section: 'rules',
  meaning: 'Errands are done on so many days.',
  formula: 'days with an errand <= most',
  parameters: upTo,
  limits: ({ own, world, all, columns }) => {
    const days = world.days.length;
    const start = Int32Array.from({ length: columns + days + 1 }, (_, column) =>
      column <= all.count ? column : all.count + Math.max(0, column - columns),
    );
    return {
      helpers: days,
      limits: [
        {
          rule: 'trip_days',
          groups: days,
          members: {
            start,
            group: Int32Array.of(...all.day, ...world.days.keys()),
            use: Float64Array.from({ length: all.count + days }, (_, at) => (at < all.count ? 1 : -all.count)),
          },
          most: new Float64Array(days),
          label: (group) => world.days[group]!,
          more: (group) => `a trip on ${world.days[group]}`,
        },
        {
          rule: 'trips',
          groups: 1,
          members: { group: Int32Array.from({ length: columns + days }, (_, column) => (column < columns ? -1 : 0)) },
          most: Float64Array.of(own.most),
          label: () => 'the week',
          more: () => 'one more trip',
        },
      ],
    };
  },
});

/** More than one errand of a client costs points. */
export const fair = rule<typeof priced, World, Axis>({
  name: 'fair',
  title: 'Fair',
  section: 'rules',
  meaning: 'More than one errand of a client costs points.',
  formula: 'price * max(0, n - 1)',
  parameters: priced,
  limits: ({ own, world, all }) => {
    const clients = [...new Set(world.errands.map(({ client }) => client))];
    const clientOf = world.errands.map(({ client }) => clients.indexOf(client));
    return [
      {
        rule: 'fair',
        groups: clients.length,
        members: { group: Int32Array.from(all.id, (id) => clientOf[id]!) },
        over: [{ at: new Float64Array(clients.length).fill(1), price: own.price }],
        label: (group) => clients[group]!,
        more: (group) => `one more errand for ${clients[group]}`,
      },
    ];
  },
});

/** Errands of Ann are on different days. Only a schedule shows where they are not: the kind says so in its `cuts`. */
export const quiet = rule<typeof noParameters, World, Axis>({
  name: 'quiet',
  title: 'Quiet',
  section: 'always',
  meaning: 'Errands of Ann are on different days.',
  formula: 'errands of Ann on d <= 1',
  parameters: noParameters,
});

export const rules = [holiday, absence, once, perDay, trips, fair, quiet];
