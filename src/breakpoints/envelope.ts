/**
 * What a schedule nets as a parameter moves: a straight line over the grid 0 … n, by its values at both ends. Whole
 * numbers throughout, so that lines meet where they meet and not nearby.
 */
export interface Line {
  readonly first: bigint;
  readonly last: bigint;
}

/** The best at one place of the grid. */
export interface Solved<T> {
  readonly line: Line;
  readonly answer: T;
}

/** A stretch of the grid on which one line is the best. */
export interface Stretch<T> extends Solved<T> {
  readonly from: number;
  readonly to: number;
  /** Where on the grid it was found. */
  readonly at: number;
}

/** The upper envelope of all lines, and where it was asked for. */
export interface Envelope<T> {
  readonly stretches: readonly Stretch<T>[];
  readonly solved: readonly number[];
}

/**
 * The greatest value of many lines, as a function of the place on a grid 0 … n. It is convex and made of straight
 * pieces, so that few places tell all: where the line that is best at one end is also best at the other, it is best
 * between; where two lines meet, either nothing is better there or a new line is found (Eisner and Severance 1976).
 *
 * @param solve the best line at a place; its own value there must be the greatest that any line has
 */
export async function envelope<T>(n: number, solve: (place: number) => Promise<Solved<T>>): Promise<Envelope<T>> {
  const known = new Map<number, Solved<T>>();
  const ask = async (place: number): Promise<Solved<T>> => {
    const found = known.get(place) ?? (await solve(place));
    known.set(place, found);
    return found;
  };
  const value = (line: Line, place: number) => valueAt(line, place, n);
  const stretches: Stretch<T>[] = [];
  const between = async (low: number, high: number): Promise<void> => {
    const [left, right] = [await ask(low), await ask(high)];
    const fits = (line: Line) => value(line, low) === best(low) && value(line, high) === best(high);
    const best = (place: number) => value(known.get(place)!.line, place);
    if (fits(left.line)) return void stretches.push({ ...left, from: low, to: high, at: low });
    if (fits(right.line)) return void stretches.push({ ...right, from: low, to: high, at: high });
    if (high - low === 1) return;
    const middle = Math.min(high - 1, Math.max(low + 1, low + meeting(left.line, right.line, low, high, n)));
    await ask(middle);
    await between(low, middle);
    await between(middle, high);
  };
  if (n === 0) await ask(0);
  else await between(0, n);
  const solved = [...known.keys()].sort((a, b) => a - b);
  const alone = solved
    .filter((place) => !stretches.some(({ from, to }) => from <= place && place <= to))
    .map((place) => ({ ...known.get(place)!, from: place, to: place, at: place }));
  return { stretches: joined([...stretches, ...alone]), solved };
}

/** n times a line's value at a place: whole where the value itself may not be. */
export const valueAt = ({ first, last }: Line, place: number, n: number): bigint =>
  n === 0 ? first : first * BigInt(n - place) + last * BigInt(place);

/** How many places beyond `low`, rounded down, two lines meet that cross between `low` and `high`. */
function meeting(left: Line, right: Line, low: number, high: number, n: number): number {
  const above = valueAt(left, low, n) - valueAt(right, low, n);
  const below = valueAt(right, high, n) - valueAt(left, high, n);
  return Number((BigInt(high - low) * above) / (above + below));
}

/** Stretches in order, neighbours of one line as one. */
function joined<T>(stretches: readonly Stretch<T>[]): readonly Stretch<T>[] {
  const sorted = stretches.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const all: Stretch<T>[] = [];
  for (const stretch of sorted) {
    const before = all.at(-1);
    const same = before && before.line.first === stretch.line.first && before.line.last === stretch.line.last;
    if (same) all[all.length - 1] = { ...before, to: Math.max(before.to, stretch.to) };
    else all.push(stretch);
  }
  return all;
}
