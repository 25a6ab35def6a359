import type { Audit } from '../../../audit/audit.ts';
import { total } from '../../../audit/measures.ts';
import { countOf, sumOf } from '../../../audit/numbers.ts';
import { netOf, over } from '../../../audit/points.ts';
import { byKey, groupBy } from '../../../audit/rows.ts';
import { DAY, epochOf, spanOf } from './facts/clock.ts';
import { type Facts, isPaid, type Placing, TIERS } from './facts/facts.ts';
import { isMadeGood, routeOf } from './facts/owed.ts';
import { shiftOf } from './facts/shift.ts';
import type { Ledger } from './ledger.ts';
import { isHistory } from './rules/fixed.ts';

/** Value by tier in dollars; penalties and net score in points, whole numbers all. */
export function objectiveOf({ facts, changes }: Ledger): Audit['objective'] {
  const placed = [...facts.placed.values()].filter(({ spot }) => isPaid(spot));
  const value = TIERS.map((tier) => {
    const own = placed.filter(({ spot }) => spot.tier === tier);
    return [`value_${tier}`, sumOf(own, ({ spot }) => spot.value) / 100] as const;
  });
  const penalties = {
    shift_penalty: shiftPenalty(facts, placed),
    evenness_penalty: evennessPenalty(facts, placed),
    make_good_penalty: makeGoodPenalty(facts, placed),
    changes_penalty: facts.settings.weights.changes * countOf(changes, ({ change }) => change === 'moved'),
    rotation_penalty: rotationPenalty(facts, placed),
  };
  return { ...Object.fromEntries(value), ...netOf({ penalties, unit: 1 }) };
}

/** For each minute from the wish; one begun counts whole. */
function shiftPenalty(facts: Facts, placed: readonly Placing[]): number {
  // Where a spot is made good, its wish is another matter.
  const sold = placed.filter((stand) => !isMadeGood(facts, stand));
  const minutes = sumOf(sold, ({ spot, at }) => Math.ceil(Math.abs(shiftOf(spot, at) ?? 0)));
  return facts.settings.weights.shift * minutes;
}

/** For each better window, and each day since it is owed; nothing where a break keeps its published spot. */
function makeGoodPenalty(facts: Facts, placed: readonly Placing[]): number {
  const { make_good: weight } = facts.settings.weights;
  return sumOf(placed, ({ spot, at }) => {
    const [claim, route] = [facts.claims.get(spot.id), routeOf(facts, spot, at)];
    if (claim === undefined || route === undefined || isHistory(facts, { spot, at })) return 0;
    if (facts.publishedIn(spot.id) === at.id) return 0;
    return (
      weight * claim.windows.indexOf(route) + (epochOf(`${at.date}T00:00Z`)! - epochOf(`${claim.since}T00:00Z`)!) / DAY
    );
  });
}

/** For each pair of spots of an advertiser in one hour of prime time, counted from its begin. */
function evennessPenalty({ settings, clock }: Facts, placed: readonly Placing[]): number {
  const [begin] = spanOf(clock, settings.market.prime.from, settings.market.prime.to);
  const inside = placed.filter(({ at }) => at.prime);
  const hours = groupBy(inside, ({ spot, at }) =>
    JSON.stringify([spot.advertiser, at.date, Math.floor((at.clock - begin) / 3600)]),
  );
  return settings.weights.evenness * sumOf([...hours.values()], ({ length: n }) => (n * (n - 1)) / 2);
}

/** For each airing of a creative beyond its share, rounded up, of the advertiser's spots that name one. */
function rotationPenalty({ settings, tables, paid }: Facts, placed: readonly Placing[]): number {
  if (settings.weights.rotation === 0) return 0;
  const creatives = byKey(tables.creatives.rows, ({ id }) => id);
  const weightOf = (film: string) => creatives.get(film)?.weight ?? 1;
  const named = groupBy(
    paid.filter(({ creative }) => creative !== null),
    ({ advertiser }) => advertiser,
  );
  const beyond = [...named].flatMap(([advertiser, own]) => {
    const films = [...new Set(own.map(({ creative }) => creative ?? ''))];
    const whole = sumOf(films, weightOf);
    return films.map((film) => {
      const airings = countOf(placed, ({ spot }) => spot.advertiser === advertiser && spot.creative === film);
      const share = whole === 0 ? own.length : Math.ceil((own.length * weightOf(film)) / whole);
      return over(airings, share);
    });
  });
  return settings.weights.rotation * total(beyond);
}
