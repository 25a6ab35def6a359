import { z } from 'zod';
import { breakText, clockText, rangeText } from '../words.ts';
import type { Rule } from './rule.ts';

/** When an order runs: its flight dates and its hours. */
export const flight: Rule = {
  name: 'flight',
  title: 'Flight and hours',
  section: 'always',
  meaning: 'A spot airs on a broadcast date of its order’s flight, in a break that begins within its hours.',
  formula: 'from(o) <= date(b) <= to(o); earliest(s) <= local start(b) <= latest(s)',
  parameters: z.strictObject({}),
  filters: ({ world }) => [
    {
      step: 'flight',
      text: 'the date is outside the flight of the order',
      removes: (s, b) => {
        const { from, to } = world.spots[s]!;
        const { date } = world.breaks[b]!;
        return (from !== null && date < from) || (to !== null && date > to);
      },
      why: (s, b) => {
        const { from, to } = world.spots[s]!;
        return `${breakText(world, b)} is on ${world.breaks[b]!.date}, and the flight of ${world.spots[s]!.id} is ${rangeText(from, to)}`;
      },
    },
    {
      step: 'window',
      text: 'the break begins outside the hours of the spot',
      removes: (s, b) => {
        const { earliest, latest } = world.spots[s]!;
        const { time } = world.breaks[b]!;
        return (earliest !== null && time < earliest) || (latest !== null && time > latest);
      },
      why: (s, b) => {
        const { earliest, latest } = world.spots[s]!;
        const [from, to] = [earliest, latest].map((time) => (time === null ? null : clockText(world, time)));
        return `${breakText(world, b)} is outside the hours of ${world.spots[s]!.id}, ${rangeText(from!, to!)}`;
      },
    },
  ],
};
