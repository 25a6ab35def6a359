import { WEEKDAYS, weekday } from '../../../tables/dates.ts';
import { capital } from '../../../text/format.ts';
import { breaksOf } from '../world/breaks.ts';
import { isOutsideTolerance, secondsFromWish } from '../world/spots.ts';
import { broadcastSeconds } from '../world/time.ts';
import { clockText, wishText } from '../world/words.ts';
import { type Loose, placesIn, type Standing } from './places.ts';

/** By how much a time gives way: half an hour is what people talk about. */
const STEP_MINUTES = 30;
const STEP = STEP_MINUTES * 60;
const DAY = 86_400;

/** Prime time that begins earlier, ends later, or is there on one more weekday. */
export function longerPrime(standing: Standing): readonly Loose[] {
  const { settings, world } = standing;
  if (!settings.rules.prime) return [];
  const { from, to, days } = settings.market.prime;
  const begin = broadcastSeconds(from, world.clock.dayStart);
  const last = broadcastSeconds(to, world.clock.dayStart);
  const end = last <= begin ? last + DAY : last;
  const [earlier, later] = [clockText(world, begin - STEP), clockText(world, end + STEP)];
  const present = new Set(world.breaks.map(({ date }) => weekday(date)));
  const closed = WEEKDAYS.filter((day) => present.has(day) && !days.includes(day));
  return [
    ...(end + STEP <= DAY ? [withPrime(standing, { to: later }, `prime time until ${later}, instead of ${to}`)] : []),
    ...(begin >= STEP
      ? [withPrime(standing, { from: earlier }, `prime time from ${earlier}, instead of ${from}`)]
      : []),
    ...closed.map((day) => {
      const all = WEEKDAYS.filter((each) => each === day || days.includes(each));
      return withPrime(standing, { days: all }, `prime time on ${capital(day)}, too`);
    }),
  ];
}

function withPrime(
  { settings, tables, world }: Standing,
  change: Partial<Standing['settings']['market']['prime']>,
  text: string,
): Loose {
  const { market } = settings;
  const own = { ...market, prime: { ...market.prime, ...change } };
  const then = breaksOf({ ...world.scope, market: own }, tables, world.clock).breaks;
  const prime = new Set(then.filter((at) => at.prime).map(({ id }) => id));
  const places = placesIn(world, ({ offPeak }, at) => !offPeak && !at.prime && prime.has(at.id));
  const label = `${market.prime.from} to ${market.prime.to}`;
  return { rule: 'prime', label, change: text, settings: { ...settings, market: own }, tables, places };
}

/** The farthest that spots may be from their wishes, a step farther. */
export function widerShift({ settings, tables, world }: Standing): readonly Loose[] {
  const most = settings.rules.max_shift_minutes;
  if (most === false) return [];
  const more = most + STEP_MINUTES;
  return [
    {
      rule: 'max_shift_minutes',
      label: 'every spot with a wish',
      change: `spots up to ${more} minutes from their wish, instead of ${most}`,
      settings: { ...settings, rules: { ...settings.rules, max_shift_minutes: more } },
      tables,
      places: placesIn(world, (spot, at) => {
        const far = secondsFromWish(spot, at);
        return !isOutsideTolerance(spot, at) && far > most * 60 && far <= more * 60;
      }),
    },
  ];
}

/** A spot booked for a time, which then may move as others do. */
export function exactTimes({ settings, tables, world }: Standing): readonly Loose[] {
  const most = settings.rules.max_shift_minutes;
  return tables.spots.rows.flatMap((row, s): readonly Loose[] => {
    const { tolerance } = world.spots[s]!;
    if (tolerance === null) return [];
    const booked = tolerance === 0 ? 'exact time' : `tolerance of ${tolerance} min`;
    const rows = tables.spots.rows.map((each) => (each === row ? { ...row, tolerance_minutes: null } : each));
    return [
      {
        rule: 'max_shift_minutes',
        label: row.id,
        change: `the ${booked} of ${row.id}, ${wishText(world, s)}, lifted`,
        settings,
        tables: { ...tables, spots: { ...tables.spots, rows } },
        places: placesIn(
          world,
          (spot, at) => {
            const far = secondsFromWish(spot, at);
            return isOutsideTolerance(spot, at) && (most === false || far <= most * 60);
          },
          [s],
        ),
      },
    ];
  });
}
