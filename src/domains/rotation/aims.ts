import type { SumAim } from '../../pipeline/aims.ts';
import type { Candidates } from './candidates.ts';
import type { Known } from './known.ts';
import { secondsFromWish } from './spots.ts';
import { TIERS } from './tables.ts';

/** How the metrics of a log follow from the chosen candidates: those that are sums over them. */
export function aimsOf(known: Known, candidates: Candidates): readonly SumAim[] {
  const { spots, breaks, published } = known.world;
  const { rows } = known.tables.spots;
  const sum = (metric: string, value: (s: number, b: number) => number, of = (total: number) => total): SumAim => ({
    ...{ kind: 'sum', metric, of },
    value: Float64Array.from(candidates.spot, (s, j) => value(s, candidates.break[j]!)),
  });
  const share = (count: number) => (spots.length === 0 ? 0 : rounded(count / spots.length));
  const left = (placed: number) => spots.length - placed;
  const isMoved = (s: number, b: number) =>
    Number(secondsFromWish(spots[s]!, breaks[b]!) > 60 * (rows[s]!.tolerance_minutes ?? 0));
  const seconds = breaks.reduce((total, each) => total + each.seconds, 0);
  const one = () => 1;
  return [
    sum('placed', one),
    sum('unplaced', one, left),
    sum('unresolved_rate', one, (placed) => share(left(placed))),
    sum('moved', isMoved),
    sum('moved_rate', isMoved, share),
    ...TIERS.map((tier, k) => sum(`${tier}_placed`, (s) => Number(spots[s]!.tier === k))),
    sum(
      'value',
      (s) => spots[s]!.value,
      (cents) => cents / 100,
    ),
    ...(seconds === 0
      ? []
      : [
          sum(
            'fill',
            (s) => spots[s]!.seconds,
            (used) => rounded(used / seconds),
          ),
        ]),
    sum(
      'changes',
      (s, b) => Number(published.get(s) === b),
      (same) => known.tables.published.rows.length - same,
    ),
  ];
}

/** As the auditor rounds it. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
