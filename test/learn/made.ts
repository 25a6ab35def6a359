import { normal, stream } from '../../src/learn/maths/random.ts';
import type { Trial } from '../../src/learn/outcomes.ts';

/** A built-in table: mornings and evenings of working days, noon of the weekend. */
export function worth(weekday: number, hour: number): number {
  if (weekday >= 5) return hour >= 11 && hour <= 14 ? 0.6 : 0.15;
  if (hour >= 9 && hour <= 12) return 0.9;
  return hour >= 17 && hour <= 20 ? 1 : 0.2;
}

/** How many trials, and how strong the effect: 0 for none, 1 explains about 4 % of the variance, 2 about 14 %. */
export interface Making {
  readonly trials: number;
  readonly effect: number;
}

/**
 * Trials of half a year with known chances: the table counts for something or for the contrary, there is a wave over the
 * day, weekdays differ, and every slot has something of its own. Most trials lie between 8:00 and 21:00.
 */
export function made(seed: number, { trials, effect }: Making) {
  const unit = stream(seed);
  const pull = effect * 0.5 * normal(unit);
  const [first, height] = [unit() * 24, effect * 0.4 * Math.abs(normal(unit))];
  const days = Array.from({ length: 7 }, () => effect * 0.15 * normal(unit));
  const truth = Array.from({ length: 168 }, (_, slot) => {
    const [weekday, hour] = [Math.floor(slot / 24), slot % 24];
    const wave = height * Math.cos(((hour - first) * 2 * Math.PI) / 24);
    const odds = pull * (worth(weekday, hour) - 0.4) + wave + days[weekday]! + effect * 0.2 * normal(unit);
    return 1 / (1 + Math.exp(-odds));
  });
  const often = truth.map((_, slot) => (slot % 24 >= 8 && slot % 24 <= 20 ? 1 : 0.1) * (0.3 + unit()));
  const whole = often.reduce((sum, value) => sum + value, 0);
  const drawSlot = (): number => {
    let left = unit() * whole;
    return Math.max(
      0,
      often.findIndex((share) => {
        left -= share;
        return left <= 0;
      }),
    );
  };
  const rows = Array.from({ length: trials }, (_, at): Trial => {
    const slot = drawSlot();
    const success = unit() < truth[slot]!;
    return { at: Math.floor((at * 180 * 86_400) / trials), weekday: Math.floor(slot / 24), hour: slot % 24, success };
  });
  return { truth, trials: rows };
}
