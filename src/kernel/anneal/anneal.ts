import type { Limits, Model } from '../model.ts';
import type { Schedule } from '../search/greedy.ts';
import { mostThatScores } from '../search/perfect.ts';
import { joinHashes } from '../ties.ts';
import { type Ledger, ledgerOf } from './ledger.ts';

/** Models in which fewer groups than this must be filled are left to branch and bound. */
const FEW = 12;
/** What a unit beyond a hard limit costs, as a multiple of the dearest soft thing. */
const DEAR = 8;
/** Moves for each place that must be filled, and in all. */
const MOVES = { each: 4000, least: 20_000, most: 600_000 };
/** Moves at one temperature, and how many temperatures there are. */
const STEPS = 200;
/** Where the temperature begins and ends, as multiples of the least and the dearest thing that is charged. */
const HEAT = { first: 2, near: 0.3, last: 0.1 };

/**
 * A schedule of a model in which places must be filled (every course meets), by simulated annealing (Kirkpatrick, Gelatt
 * and Vecchi 1983): one candidate after the other gives way to another of its place, and what is worse is taken more and
 * more seldom. It counts moves and looks at no clock, so that one seed always gives one schedule.
 *
 * @param near a schedule of a neighbouring question: the search begins with it, and goes no further than it must.
 *
 * Undefined where the model has no such places, where nobody says how its helper columns follow, or where no schedule
 * that was met keeps the hard limits.
 */
export function anneal(model: Model, seed: number, near?: Int32Array): Schedule | undefined {
  const places = placesOf(model);
  const helpers = model.auxiliary?.count ?? 0;
  const settled = (model.auxiliary?.blocks ?? []).reduce((sum, { columns }) => sum + columns.length, 0);
  if (places === undefined || settled < helpers) return undefined;
  const { least, dearest } = pricesOf(model);
  // All that is kept of a schedule together is worth less than the least that is charged.
  const kept = least / (places.length + 1);
  const ledger = ledgerOf(near === undefined ? model : withBonus(model, near, kept), dearest * DEAR);
  const draw = drawing(seed);
  const held = fillIn(places, ledger, draw, new Set(near));
  const goal = near === undefined ? -mostThatScores(model) : -Infinity;
  let best: { readonly schedule: Schedule; readonly cost: number } | undefined;
  const keep = () => {
    if (ledger.broken() > 0 || (best && ledger.cost() >= best.cost)) return;
    best = { schedule: ledger.schedule(), cost: ledger.cost() };
  };
  keep();
  const wanted = near === undefined ? Math.max(MOVES.least, MOVES.each * held.length) : MOVES.least;
  const moves = Math.min(MOVES.most, wanted);
  const first = near === undefined ? HEAT.first * dearest : HEAT.near * least;
  const cooling = (HEAT.last * (near === undefined ? least : kept)) / first;
  for (let step = 0; step < STEPS && !(best && best.cost <= goal); step++) {
    const heat = first * cooling ** (step / (STEPS - 1));
    for (let move = 0; move < moves / STEPS; move++) {
      const at = draw.below(held.length);
      const { place, candidate } = held[at]!;
      const other = place[draw.below(place.length)]!;
      if (other === candidate || ledger.has(other)) continue;
      const before = ledger.cost();
      if (!ledger.exchange(candidate, other, -heat * Math.log(draw.fraction()))) continue;
      held[at] = { place, candidate: other };
      if (ledger.cost() < before) keep();
    }
  }
  return best?.schedule;
}

/** The model in which each candidate of a schedule scores a little more. */
function withBonus(model: Model, near: Int32Array, bonus: number): Model {
  const score = model.score.slice();
  for (const j of near) score[j]! += bonus;
  return { ...model, score };
}

/** A place that must be filled, by the candidates that can fill it; and the one that does. */
interface Held {
  readonly place: Int32Array;
  readonly candidate: number;
}

/** The places of the limits that ask for the most of them, where each candidate is in one of them at the most. */
function placesOf(model: Model): readonly Int32Array[] | undefined {
  const wanted = ({ least, under }: Limits, group: number) =>
    Math.max(least?.[group] ?? 0, ...(under ?? []).map(({ at }) => at[group]!), 0);
  const found = model.limits.flatMap((limits) => {
    const { members, most } = limits;
    if ('start' in members || members.use || !most) return [];
    const total = Array.from({ length: limits.groups }, (_, group) => wanted(limits, group));
    const count = total.reduce((sum, each) => sum + each, 0);
    return count < FEW ? [] : [{ members, total, count }];
  });
  const best = found.toSorted((a, b) => b.count - a.count)[0];
  if (best === undefined) return undefined;
  const lists: number[][] = best.total.map(() => []);
  for (let j = 0; j < model.candidates; j++) {
    const group = best.members.group[j] ?? -1;
    if (group >= 0) lists[group]!.push(j);
  }
  return lists.flatMap((list, group) => {
    const place = Int32Array.from(list);
    return list.length === 0 ? [] : Array.from({ length: best.total[group]! }, () => place);
  });
}

/** Of so many candidates of a place that are drawn, the cheapest is taken first. */
const DRAWN = 40;

/** Fills every place once, the ones with the fewest candidates first. */
function fillIn(places: readonly Int32Array[], ledger: Ledger, draw: Draw, near: ReadonlySet<number>): Held[] {
  const order = places.toSorted((a, b) => a.length - b.length);
  return order.map((place) => {
    const known = place.find((j) => near.has(j) && !ledger.has(j));
    if (known !== undefined) {
      ledger.exchange(-1, known, Infinity);
      return { place, candidate: known };
    }
    let best = -1;
    let cheapest = Infinity;
    for (let k = 0; k < Math.min(DRAWN, place.length); k++) {
      const j = place[place.length <= DRAWN ? k : draw.below(place.length)]!;
      if (ledger.has(j)) continue;
      ledger.exchange(-1, j, Infinity);
      if (ledger.cost() < cheapest) [best, cheapest] = [j, ledger.cost()];
      ledger.exchange(j, -1, Infinity);
    }
    if (best >= 0) ledger.exchange(-1, best, Infinity);
    return { place, candidate: best };
  });
}

/** The smallest and the largest thing that is charged or scored, in objective units; a point where nothing is. */
function pricesOf({ unit, score, limits }: Model) {
  const hinges = limits.flatMap(({ over = [], under = [] }) => [...over, ...under].map(({ price }) => price));
  const scored = score.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  const all = [...hinges, scored].filter((each) => each > 0);
  return { least: all.length === 0 ? unit : Math.min(...all), dearest: all.length === 0 ? unit : Math.max(...all) };
}

/** Numbers that one seed always draws in one order. */
interface Draw {
  /** A whole number below n. */
  readonly below: (n: number) => number;
  /** A fraction above 0, and up to 1. */
  readonly fraction: () => number;
}

function drawing(seed: number): Draw {
  let count = 0;
  const next = () => joinHashes(seed, ++count);
  return { below: (n) => next() % n, fraction: () => (next() + 1) / 2 ** 32 };
}
