import type { Limits, Model } from '../kernel/model.ts';

/**
 * Whether three models ask one question whose points alone move, and move in a straight line: the same candidates, the
 * same limits, and every score and price of `middle` where it must be between `first` and `last`. Undefined: they do.
 *
 * @param share how far `middle` is from `first` to `last`, as a fraction of whole numbers
 */
export function notLinear(
  first: Model,
  middle: Model,
  last: Model,
  share: { readonly part: number; readonly whole: number },
): string | undefined {
  if (!sameQuestion(first, middle) || !sameQuestion(first, last))
    return 'it changes which candidates or limits there are';
  const straight = (a: number, b: number, c: number) =>
    isBetween(a / first.unit, b / middle.unit, c / last.unit, share);
  for (let j = 0; j < first.candidates; j++)
    if (!straight(first.score[j]!, middle.score[j]!, last.score[j]!))
      return 'scores do not follow it in a straight line';
  for (const [index, limits] of first.limits.entries())
    for (const side of ['over', 'under'] as const)
      for (const [step, hinge] of (limits[side] ?? []).entries())
        if (!straight(hinge.price, middle.limits[index]![side]![step]!.price, last.limits[index]![side]![step]!.price))
          return 'penalties do not follow it in a straight line';
  return undefined;
}

/** Points have six decimals at most; beyond that a difference is the rounding of a division. */
function isBetween(a: number, b: number, c: number, { part, whole }: { part: number; whole: number }): boolean {
  const expected = a * (whole - part) + c * part;
  return Math.abs(b * whole - expected) <= 1e-9 * Math.max(1, Math.abs(expected), Math.abs(b * whole));
}

function sameQuestion(a: Model, b: Model): boolean {
  return (
    a.candidates === b.candidates &&
    same(a.tie, b.tie) &&
    a.limits.length === b.limits.length &&
    a.limits.every((limits, index) => sameLimits(limits, b.limits[index]!)) &&
    same(a.auxiliary?.most, b.auxiliary?.most) &&
    same(a.auxiliary?.score, b.auxiliary?.score) &&
    (a.priorities?.length ?? 0) === (b.priorities?.length ?? 0) &&
    (a.priorities ?? []).every(({ value }, index) => same(value, b.priorities![index]!.value))
  );
}

function sameLimits(a: Limits, b: Limits): boolean {
  const hinges = ({ over, under }: Limits) => [over ?? [], under ?? []];
  return (
    a.rule === b.rule &&
    a.groups === b.groups &&
    'start' in a.members === 'start' in b.members &&
    same(startOf(a), startOf(b)) &&
    same(a.members.group, b.members.group) &&
    same(a.members.use, b.members.use) &&
    same(a.most, b.most) &&
    same(a.least, b.least) &&
    hinges(a).every((own, side) => {
      const other = hinges(b)[side]!;
      return own.length === other.length && own.every(({ at }, step) => same(at, other[step]!.at));
    })
  );
}

const startOf = ({ members }: Limits) => ('start' in members ? members.start : undefined);

function same(a: ArrayLike<number> | undefined, b: ArrayLike<number> | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}
