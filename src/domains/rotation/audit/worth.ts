import type { Audit } from '../../../audit/audit.ts';
import { total } from '../../../audit/measures.ts';
import { changesOf } from './changes.ts';
import { spanOf } from './clock.ts';
import { type Facts, type Placing, TIERS } from './facts.ts';
import { groupBy } from './measure.ts';
import { shiftOf } from './shift.ts';

/** Value by tier in dollars; penalties and net score in points, whole numbers all. */
export function objectiveOf(facts: Facts): Audit['objective'] {
  const placed = [...facts.placed.values()];
  const value = TIERS.map((tier) => {
    const cents = total(placed.filter(({ spot }) => spot.tier === tier).map(({ spot }) => spot.value));
    return [`value_${tier}`, cents / 100] as const;
  });
  const penalties = {
    shift_penalty: shiftPenalty(facts, placed),
    evenness_penalty: evennessPenalty(facts, placed),
    changes_penalty: changesPenalty(facts),
    rotation_penalty: rotationPenalty(facts, placed),
  };
  const taken = total(Object.values(penalties));
  return { ...Object.fromEntries(value), ...penalties, total_penalties: taken, net_score: 0 - taken };
}

/** For each minute from the wish; one begun counts whole. */
function shiftPenalty(facts: Facts, placed: readonly Placing[]): number {
  const minutes = placed.map(({ spot, at }) => Math.ceil(Math.abs(shiftOf(spot, at) ?? 0)));
  return facts.settings.weights.shift * total(minutes);
}

/** For each pair of spots of an advertiser in one hour of prime time, counted from its begin. */
function evennessPenalty({ settings, clock }: Facts, placed: readonly Placing[]): number {
  const [begin] = spanOf(clock, settings.market.prime.from, settings.market.prime.to);
  const inside = placed.filter(({ at }) => at.prime);
  const hours = groupBy(inside, ({ spot, at }) =>
    JSON.stringify([spot.advertiser, at.date, Math.floor((at.clock - begin) / 3600)]),
  );
  return settings.weights.evenness * total([...hours.values()].map(({ length: n }) => (n * (n - 1)) / 2));
}

/** For each published spot that airs in another break than was published. */
function changesPenalty(facts: Facts): number {
  return facts.settings.weights.changes * changesOf(facts).filter(({ change }) => change === 'moved').length;
}

/** For each airing of a creative beyond its share, rounded up, of the advertiser's spots that name one. */
function rotationPenalty({ settings, tables, spots }: Facts, placed: readonly Placing[]): number {
  if (settings.weights.rotation === 0) return 0;
  const weights = new Map(tables.creatives.rows.map((row) => [row.id, row.weight]));
  const named = groupBy(
    spots.filter(({ creative }) => creative !== null),
    ({ advertiser }) => advertiser,
  );
  const beyond = [...named].flatMap(([advertiser, own]) => {
    const films = [...new Set(own.map(({ creative }) => creative ?? ''))];
    const whole = total(films.map((film) => weights.get(film) ?? 1));
    return films.map((film) => {
      const airings = placed.filter(({ spot }) => spot.advertiser === advertiser && spot.creative === film).length;
      const share = whole === 0 ? own.length : Math.ceil((own.length * (weights.get(film) ?? 1)) / whole);
      return Math.max(0, airings - share);
    });
  });
  return settings.weights.rotation * total(beyond);
}
