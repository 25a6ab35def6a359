import { noParameters, rule } from '../../../policy/rule.ts';
import { breakText, clockText, rangeText } from '../world/words.ts';
import type { RotationAxis, World } from '../world/world.ts';

/** When an order runs: its flight dates and its hours. */
export const flight = rule<typeof noParameters, World, RotationAxis>({
  name: 'flight',
  title: 'Flight and hours',
  section: 'always',
  meaning: 'A spot airs on a broadcast date of its order’s flight, in a break that begins within its hours.',
  formula: 'from(o) <= date(b) <= to(o); earliest(s) <= local start(b) <= latest(s)',
  parameters: noParameters,
  filters: ({ world }) => [
    {
      step: 'flight',
      text: 'the date is outside the flight of the order',
      removes: (at) => {
        const { from, to } = world.spots[at.spot]!;
        const { date } = world.breaks[at.break]!;
        return (from !== null && date < from) || (to !== null && date > to);
      },
      why: (at) => {
        const { id, from, to } = world.spots[at.spot]!;
        return `${breakText(world, at.break)} is on ${world.breaks[at.break]!.date}, and the flight of ${id} is ${rangeText(from, to)}`;
      },
    },
    {
      step: 'window',
      text: 'the break begins outside the hours of the spot',
      removes: (at) => {
        const { earliest, latest } = world.spots[at.spot]!;
        const { time } = world.breaks[at.break]!;
        return (earliest !== null && time < earliest) || (latest !== null && time > latest);
      },
      why: (at) => {
        const { id, earliest, latest } = world.spots[at.spot]!;
        const [from, to] = [earliest, latest].map((time) => (time === null ? null : clockText(world, time)));
        return `${breakText(world, at.break)} is outside the hours of ${id}, ${rangeText(from!, to!)}`;
      },
    },
  ],
});
