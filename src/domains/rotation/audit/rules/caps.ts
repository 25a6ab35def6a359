import { groupBy } from '../../../../audit/rows.ts';
import type { Facts, Item, Placing } from '../facts/facts.ts';
import type { SpotMargin } from './faults.ts';

/** How often an advertiser or group is on air: in a rolling window, in a block, on a day. */
export function capMargins(facts: Facts): readonly SpotMargin[] {
  return [...groupBy(facts.placings, ({ spot }) => spot.parent)].flatMap(([parent, own]) => [
    ...windowMargins(facts.settings.rules.rolling_seconds, parent, own),
    ...spanMargins('cap_block', parent, own, BLOCK),
    ...spanMargins('cap_day', parent, own, DAY),
  ]);
}

/** Where spots are counted together, and the cap of a spot there. */
interface Span {
  readonly of: (placing: Placing) => string | null;
  readonly cap: (spot: Item) => number | null;
}

const BLOCK: Span = { of: ({ at }) => at.block && `${at.block} on ${at.date}`, cap: (spot) => spot.capBlock };
const DAY: Span = { of: ({ at }) => at.date, cap: (spot) => spot.capDay };

/** For each spot at t: the spots in (t − window, t] against the least cap among them. */
function windowMargins(seconds: number, parent: string, own: readonly Placing[]): readonly SpotMargin[] {
  if (seconds <= 0) return [];
  return own.map((last) => {
    const inside = own.filter(({ start }) => start > last.start - seconds && start <= last.start);
    return marginOf({
      rule: 'rolling_cap',
      parent,
      inside,
      limit: Math.min(...inside.map(({ spot }) => spot.cap)),
      where: `the ${seconds} s up to ${last.spot.id} in ${last.at.id}`,
    });
  });
}

function spanMargins(rule: string, parent: string, own: readonly Placing[], span: Span): readonly SpotMargin[] {
  return [...groupBy(own, span.of)].flatMap(([where, inside]) => {
    const caps = inside.flatMap(({ spot }) => span.cap(spot) ?? []);
    if (where === null || caps.length === 0) return [];
    return [marginOf({ rule, parent, inside, limit: Math.min(...caps), where })];
  });
}

interface Count {
  readonly rule: string;
  readonly parent: string;
  readonly inside: readonly Placing[];
  readonly limit: number;
  readonly where: string;
}

function marginOf({ rule, parent, inside, limit, where }: Count): SpotMargin {
  return {
    rule,
    entity: parent,
    limit,
    actual: inside.length,
    margin: limit - inside.length,
    text: () => `${inside.length} spots of ${parent} in ${where}: the cap is ${limit}`,
    spots: inside.map(({ spot }) => spot.id),
  };
}
