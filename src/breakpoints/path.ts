import { type Place, type Problem, Refusal } from '../problems/problem.ts';
import { FIXED } from '../scenario/overrides.ts';
import { valueLayerName } from '../scenario/value-layer.ts';
import { placeAt, sourceOf } from '../scenario/yaml/source.ts';
import { badPath } from '../sweep/problems.ts';

/** What the place of a problem in the path is called. */
const BY = '--path';

/** Refuses what no setting can be called, before anything is read. */
export function checkPath(path: string): void {
  const keys = path.split('.');
  if (keys.includes('')) throw new Refusal([badPath(path, { file: BY })]);
  if (!FIXED.includes(keys[0]!)) return;
  const place = placeAt(sourceOf(BY, path, false), 0, keys[0]!.length);
  const maybe = 'Maybe a penalty or a weight is meant, as in rules.fairness.penalty.';
  throw new Refusal([{ message: `"${keys[0]}" says what the scenario is, and has no steps`, place, maybe }]);
}

/**
 * Reads a scenario with one setting at some value; what is wrong with that setting is shown in the path as it was typed.
 *
 * @param read Throws `Refusal` with places in the layer that sets the value, where path or value are wrong.
 */
export function readingPath<T>(path: string, value: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.problems.map((problem) => placed(problem, path, value)));
  }
}

function placed(problem: Problem, path: string, value: number): Problem {
  const { place } = problem;
  return place?.file === valueLayerName ? { ...problem, place: inPath(place, path, value) } : problem;
}

/** From a place in `{ rules: { fairnes: { penalty: 0 } } }` to the same in `rules.fairnes.penalty=0`. */
function inPath({ source = '', column = 1, length = 1 }: Place, path: string, value: number): Place {
  const keys = path.split('.');
  const typed = sourceOf(BY, `${path}=${value}`, false);
  const isKey = source
    .slice(column - 1 + length)
    .trimStart()
    .startsWith(':');
  if (!isKey) return placeAt(typed, path.length + 1, typed.text.length);
  const depth = source.slice(0, column - 1).split('{').length - 2;
  const start = keys.slice(0, depth).reduce((sum, key) => sum + key.length + 1, 0);
  return placeAt(typed, start, start + (keys[depth]?.length ?? 1));
}
