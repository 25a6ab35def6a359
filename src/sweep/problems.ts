import { type Place, type Problem, Refusal } from '../problems/problem.ts';
import { named, quoted } from '../text/visible.ts';

// Every message that a sweep can earn, side by side.

export const noSweep = (place: Place): Problem => ({
  message: 'has no sweep',
  place,
  maybe: 'Maybe add "sweep: {grid: {rules.fairness.penalty: {from: 0, to: 800, step: 50}}}".',
});

export const tooManyRuns = (count: number, most: number, place: Place): Problem => ({
  message: `this sweep is ${count} runs; at most ${most}`,
  place,
  maybe: 'Maybe take fewer values, or zip settings that belong together.',
});

export const notSweepable = (path: string, place: Place): Problem => ({
  message: `a sweep cannot change "${named(path)}"`,
  place,
  maybe: 'Maybe a setting of rules, weights, solver or data is meant.',
});

export const badPath = (path: string, place: Place): Problem => ({
  message: `"${named(path)}" is no path of a setting`,
  place,
  maybe: 'Maybe write it with dots, as in rules.fairness.penalty.',
});

export const sweptTwice = (path: string, other: string, place: Place): Problem => ({
  message: `"${named(path)}" is swept already${path === other ? '' : `, within "${named(other)}"`}`,
  place,
  maybe: 'Maybe keep only one of them.',
});

export const sameValue = (path: string, value: unknown, place: Place): Problem => ({
  message: `${named(path)} has ${quoted(value)} twice`,
  place,
  maybe: 'Maybe delete one of them.',
});

export const unevenZip = (path: string, count: number, first: string, wanted: number, place: Place): Problem => ({
  message: `zip: "${named(path)}" has ${count} values, and "${named(first)}" has ${wanted}`,
  place,
  maybe: 'Maybe move one of them to grid.',
});

/** Refuses a `--set` of a setting that is varied: one of the two would silently win. */
export function refuseSet(set: readonly string[] = [], varied: readonly string[]): void {
  const clash = set.flatMap((text) => {
    const path = text.split('=')[0]!;
    return varied.some((own) => own === path || own.startsWith(`${path}.`) || path.startsWith(`${own}.`)) ? [path] : [];
  });
  if (clash.length === 0) return;
  throw new Refusal(
    clash.map((path) => ({
      message: `--set changes "${named(path)}", which is varied`,
      maybe: 'Maybe leave out that --set, or vary another setting.',
    })),
  );
}
