import type { Facts, Placing } from './facts.ts';
import { groupBy, type Measure } from './measure.ts';

/** How often an advertiser or group is on air: in a rolling window, in a block, on a day. */
export function capMeasures(facts: Facts): readonly Measure[] {
  return [...groupBy(facts.placings, ({ spot }) => spot.parent)].flatMap(([parent, own]) => [
    ...rolling(facts.settings.rules.rolling_seconds, parent, own),
    ...capped('cap_block', parent, own, ({ at }) => at.block && `${at.block} on ${at.date}`, 'capBlock'),
    ...capped('cap_day', parent, own, ({ at }) => at.date, 'capDay'),
  ]);
}

/** For each spot at t: the spots in (t − window, t] against the least cap among them. */
function rolling(seconds: number, parent: string, own: readonly Placing[]): readonly Measure[] {
  if (seconds <= 0) return [];
  return own.map((last) => {
    const inside = own.filter(({ start }) => start > last.start - seconds && start <= last.start);
    const limit = Math.min(...inside.map(({ spot }) => spot.cap));
    const text = () =>
      `${inside.length} spots of ${parent} in the ${seconds} s up to ${last.spot.id} in ${last.at.id}: the cap is ${limit}`;
    return {
      rule: 'rolling_cap',
      entity: parent,
      limit,
      actual: inside.length,
      margin: limit - inside.length,
      text,
      spots: inside.map(({ spot }) => spot.id),
    };
  });
}

function capped(
  rule: 'cap_block' | 'cap_day',
  parent: string,
  own: readonly Placing[],
  whereOf: (placing: Placing) => string | null,
  field: 'capBlock' | 'capDay',
): readonly Measure[] {
  const groups = groupBy(
    own.filter((placing) => whereOf(placing) !== null),
    (placing) => whereOf(placing) ?? '',
  );
  return [...groups].flatMap(([where, inside]) => {
    const caps = inside.flatMap(({ spot }) => spot[field] ?? []);
    if (caps.length === 0) return [];
    const limit = Math.min(...caps);
    const text = () => `${inside.length} spots of ${parent} in ${where}: the cap is ${limit}`;
    return [
      {
        rule,
        entity: parent,
        limit,
        actual: inside.length,
        margin: limit - inside.length,
        text,
        spots: inside.map(({ spot }) => spot.id),
      },
    ];
  });
}
