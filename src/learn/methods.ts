import { foretold, growForest } from './maths/forest.ts';
import { type Shrunk, shrink } from './shrinkage.ts';
import { type Counts, hourOf, SLOTS, total, weekdayOf } from './week.ts';

/** A way to tell the chance of success of each slot of a week. */
export type Method = 'mean' | 'hour' | 'table' | 'shrinkage' | 'forest';

export const METHODS: readonly Method[] = ['mean', 'hour', 'table', 'shrinkage', 'forest'];

/** What every method says of every slot. */
export interface Forecasts {
  readonly chances: Readonly<Record<Method, Float64Array>>;
  readonly shrunk: Shrunk;
}

// Forests tend to be too sure of themselves on outcomes that are mostly chance: leaves of 20 trials hold them back.
const LEAF = 20;
const TREES = 50;

/**
 * Trains every method on the same counts. All features of the forest are those of a slot, so that it learns from 168
 * slots with their counts: the same forest as from single trials, in a time that does not grow with their number.
 */
export function forecast(counts: Counts, worth: Float64Array, seed: number): Forecasts {
  const shrunk = shrink(counts, worth);
  const mean = (total(counts.successes) + 1) / (total(counts.samples) + 2);
  const chances = {
    mean: new Float64Array(SLOTS).fill(mean),
    hour: hourMeans(counts, mean),
    table: Float64Array.from(shrunk.table, (belief) => belief.mean),
    shrinkage: Float64Array.from(shrunk.slots, (belief) => belief.mean),
    forest: forestChances(counts, worth, seed),
  };
  return { chances, shrunk };
}

/** The share of successes of each hour of the day, whatever the weekday; two trials of the overall mean beside them. */
function hourMeans({ samples, successes }: Counts, mean: number): Float64Array {
  const all = new Float64Array(24);
  const good = new Float64Array(24);
  for (let slot = 0; slot < SLOTS; slot++) {
    all[hourOf(slot)]! += samples[slot]!;
    good[hourOf(slot)]! += successes[slot]!;
  }
  return Float64Array.from({ length: SLOTS }, (_, slot) => {
    const hour = hourOf(slot);
    return (good[hour]! + 2 * mean) / (all[hour]! + 2);
  });
}

function featuresOf(slot: number, worth: Float64Array): readonly number[] {
  const [hour, weekday] = [hourOf(slot), weekdayOf(slot)];
  const [day, week] = [(2 * Math.PI * hour) / 24, (2 * Math.PI * weekday) / 7];
  return [
    ...[Math.sin(day), Math.cos(day), Math.sin(week), Math.cos(week)],
    ...[hour, weekday, weekday >= 5 ? 1 : 0, worth[slot]!],
  ];
}

function forestChances({ samples, successes }: Counts, worth: Float64Array, seed: number): Float64Array {
  const used = [...samples.keys()].filter((slot) => samples[slot]! > 0);
  // A row for the successes of a slot and one for the rest, so that a bootstrap draws single trials.
  const rows = used.flatMap((slot) => [
    { slot, value: 1, weight: successes[slot]! },
    { slot, value: 0, weight: samples[slot]! - successes[slot]! },
  ]);
  const forest = growForest(
    {
      features: rows.map(({ slot }) => featuresOf(slot, worth)),
      values: rows.map(({ value }) => value),
      weights: rows.map(({ weight }) => weight),
    },
    { seed, trees: TREES, leaf: LEAF },
  );
  return Float64Array.from({ length: SLOTS }, (_, slot) =>
    Math.min(0.99, Math.max(0.01, foretold(forest, featuresOf(slot, worth)))),
  );
}
