import { fuseOf } from '../fuse.ts';
import type { Effort, Model } from '../model.ts';
import type { Schedule } from '../search/greedy.ts';
import { mostThatScores } from '../search/perfect.ts';
import { type Draw, drawing } from './draw.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { fillIn, type Held, placesOf } from './places.ts';

/** What a unit beyond a hard limit costs, as a multiple of the dearest soft thing. */
const DEAR = 8;
/** Moves for each place that must be filled, and in all. */
const MOVES = { each: 4000, least: 20_000, most: 600_000 };
/** Moves at one temperature, and how many temperatures there are. */
const STEPS = 200;
/** Where the temperature begins and ends, as multiples of the least and the dearest thing that is charged. */
const HEAT = { first: 2, near: 0.3, last: 0.1 };
/**
 * How many visits of groups (see the ledger) take a second: less than half of what a slow machine does. It stands in for
 * a clock, which the kernel does not have: the same seconds allow the same moves on every machine.
 */
const VISITS = 8_000_000;
/** How much of the seconds the search may take: what comes after it improves the schedule, and proves it. */
const SHARE = 0.5;

/** A schedule, and whether the next search of the same model finds it too. */
export interface Annealed extends Schedule {
  /** False where the fuse ended the search before its moves were made. */
  readonly reproducible: boolean;
}

/**
 * A schedule of a model in which places must be filled (every course meets), by simulated annealing (Kirkpatrick, Gelatt
 * and Vecchi 1983): one candidate after the other gives way to another of its place, and what is worse is taken more and
 * more seldom. It counts moves and work and looks at no clock, so that one seed and one number of seconds always give
 * one schedule: fewer seconds cool it down faster. It burns the fuse by the work that it counts. A fuse that has
 * burnt away, because a clock says so or because others had most of it, ends it with what was found until then.
 *
 * @param near a schedule of a neighbouring question: the search begins with it, and goes no further than it must.
 *
 * Undefined where the model has no such places, where nobody says how its helper columns follow, or where no schedule
 * that was met keeps the hard limits.
 */
export function anneal(model: Model, effort: Effort, near?: Int32Array): Annealed | undefined {
  const places = placesOf(model);
  const helpers = model.auxiliary?.count ?? 0;
  const settled = (model.auxiliary?.blocks ?? []).reduce((sum, { columns }) => sum + columns.length, 0);
  if (places === undefined || settled < helpers) return undefined;
  const { least, dearest } = pricesOf(model);
  // All that is kept of a schedule together is worth less than the least that is charged.
  const kept = least / (places.length + 1);
  const ledger = ledgerOf(near === undefined ? model : withBonus(model, near, kept), dearest * DEAR);
  const draw = drawing(effort.seed);
  const held = fillIn(places, ledger, draw, new Set(near));
  const goal = near === undefined ? -mostThatScores(model) : -Infinity;
  const search = { ledger, held, draw, goal };
  const wanted = near === undefined ? Math.max(MOVES.least, MOVES.each * held.length) : MOVES.least;
  const first = near === undefined ? HEAT.first * dearest : HEAT.near * least;
  const last = HEAT.last * (near === undefined ? least : kept);
  return cool(search, { first, last, moves: Math.min(MOVES.most, wanted) }, effort);
}

/** A search that is under way. */
interface Search {
  readonly ledger: Ledger;
  readonly held: Held[];
  readonly draw: Draw;
  /** No schedule costs less than this. */
  readonly goal: number;
}

/** From which temperature to which the search cools down, in so many moves at the most. */
interface Cooling {
  readonly first: number;
  readonly last: number;
  readonly moves: number;
}

/** Cools a search down, and returns the best schedule that it met. */
function cool(
  { ledger, held, draw, goal }: Search,
  { first, last, moves }: Cooling,
  { seconds, fuse = fuseOf(seconds) }: Effort,
): Annealed | undefined {
  let best: { readonly schedule: Schedule; readonly cost: number } | undefined;
  const keep = () => {
    if (ledger.broken() > 0 || (best && ledger.cost() >= best.cost)) return;
    best = { schedule: ledger.schedule(), cost: ledger.cost() };
  };
  keep();
  const visits = (SHARE * seconds * VISITS) / STEPS;
  for (let step = 0; step < STEPS && !(best && best.cost <= goal); step++) {
    if (fuse.left() <= 0) return best && { ...best.schedule, reproducible: false };
    const before = ledger.visits();
    const heat = first * (last / first) ** (step / (STEPS - 1));
    for (let move = 0; move < moves / STEPS && ledger.visits() - before < visits; move++) {
      const at = draw.below(held.length);
      const { place, candidate } = held[at]!;
      const other = place[draw.below(place.length)]!;
      if (other === candidate || ledger.has(other)) continue;
      const cost = ledger.cost();
      if (!ledger.exchange(candidate, other, -heat * Math.log(draw.fraction()))) continue;
      held[at] = { place, candidate: other };
      if (ledger.cost() < cost) keep();
    }
    fuse.burn((ledger.visits() - before) / VISITS);
  }
  return best && { ...best.schedule, reproducible: true };
}

/** The model in which each candidate of a schedule scores a little more. */
function withBonus(model: Model, near: Int32Array, bonus: number): Model {
  const score = model.score.slice();
  for (const j of near) score[j]! += bonus;
  return { ...model, score };
}

/** The smallest and the largest thing that is charged or scored, in objective units; a point where nothing is. */
function pricesOf({ unit, score, limits }: Model) {
  const hinges = limits.flatMap(({ over = [], under = [] }) => [...over, ...under].map(({ price }) => price));
  const scored = score.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  const all = [...hinges, scored].filter((each) => each > 0);
  return { least: all.length === 0 ? unit : Math.min(...all), dearest: all.length === 0 ? unit : Math.max(...all) };
}
