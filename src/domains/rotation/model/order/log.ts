import type { Cut, Schedule } from '../../../../domain.ts';
import { airingsOf } from '../../rules/rows/airings.ts';
import { limitsBeside } from '../../rules/rows/history.ts';
import type { Spot } from '../../world/spots.ts';
import { type Choice, linesOf } from './airing.ts';
import { causeOf } from './causes.ts';
import { fillOf } from './fill.ts';
import { clustersOf, ordersOf, STOPPED } from './search.ts';

/**
 * The log of a solution: every spot with its break and its position, by spot, and what fills the empty breaks. A break that has no order that may air is
 * listed as its spots would rather stand: the limits that `cutsOf` finds keep it from being an answer.
 */
export function logOf(choice: Choice, chosen: Int32Array): Schedule {
  const { breaks, spots } = choice.world;
  const row = (b: number) => (spot: Spot, k: number) => ({ spot: spot.id, break: breaks[b]!.id, position: k + 1 });
  const placed = clustersOf(choice, linesOf(choice, chosen)).flatMap((cluster) => {
    const orders = ordersOf(choice, cluster);
    return cluster.lines.flatMap(({ b, airings }) => {
      const order = orders === undefined || orders === STOPPED ? airings : orders.get(b)!;
      return order.map(({ spot }) => spot).map(row(b));
    });
  });
  const fill = [...fillOf(choice, chosen)].flatMap(([b, own]) => own.map((s) => spots[s]!).map(row(b)));
  return [...placed, ...fill].sort((x, y) => (x.spot < y.spot ? -1 : 1));
}

/**
 * What a solution may not hold together, since its breaks have no orders in which all distances and caps are kept. Positions
 * are no columns of the model: its own limits say what holds in every order, and the rest is found as it is broken. What rests
 * on a search that gave up says so.
 */
export function cutsOf(choice: Choice & { readonly columns: number }, chosen: Int32Array): readonly Cut[] {
  const causes = clustersOf(choice, linesOf(choice, chosen)).flatMap((cluster) => {
    const orders = ordersOf(choice, cluster);
    return orders === undefined || orders === STOPPED ? [causeOf(choice, cluster, orders === STOPPED)] : [];
  });
  const more = (label: string) => `an order for ${label}`;
  const limits = (proven: boolean) => {
    const rows = causes.filter((cause) => cause.proven === proven).map(({ row }) => row);
    return limitsBeside(airingsOf(choice), { rule: 'adjacency', rows, columns: choice.columns, more });
  };
  return [...limits(true), ...limits(false).map((own): Cut => ({ ...own, unproven: true }))];
}
