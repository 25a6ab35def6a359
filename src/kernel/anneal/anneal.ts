import { fuseOf } from '../fuse.ts';
import type { Effort, Model } from '../model.ts';
import type { Schedule } from '../search/greedy.ts';
import { mostThatScores } from '../search/perfect.ts';
import { type Draw, drawing } from './draw.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { fillIn, type Held, placesOf } from './places.ts';
import { type Swaps, swapsOf } from './swap.ts';

/** What a unit beyond a hard limit costs, as a multiple of the dearest soft thing. */
const DEAR = 8;
/** Moves for each place that must be filled, and in all; of a thorough search, nothing but its work is counted. */
const MOVES = { each: 4000, least: 20_000, most: 600_000, thorough: 100_000_000 };
/** Moves at one temperature, and how many temperatures there are. */
const STEPS = 200;
/** Where the temperature begins and ends, as multiples of the least and the dearest thing that is charged. */
const HEAT = { first: 2, near: 0.3, last: 0.1 };
/**
 * How many visits of groups (see the ledger) take a second: about what a slow machine does. It stands in for
 * a clock, which the kernel does not have: the same seconds allow the same moves on every machine.
 */
const VISITS = 12_000_000;
/** How much of the seconds the search may take: what comes after it improves the schedule, and proves it. */
const SHARE = 0.5;

/** How a search is done. */
export interface Manner {
  /** A schedule of a neighbouring question: the search begins with it, and goes no further than it must. */
  readonly near?: Int32Array | undefined;
  /** Whether to take all the time that there is: as many moves as the seconds allow. */
  readonly thorough?: boolean;
  /** No schedule nets more than this: one that does ends the search. */
  readonly bound?: number;
  /** Whether what has too many at a price is a place to fill too, as in a question of what must give way. */
  readonly soft?: boolean;
}

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
 * Undefined where the model has no such places, where nobody says how its helper columns follow, or where no schedule
 * that was met keeps the hard limits.
 */
export function anneal(
  model: Model,
  effort: Effort,
  { near, thorough, bound, soft = false }: Manner = {},
): Annealed | undefined {
  const places = placesOf(model, soft);
  const helpers = model.auxiliary?.count ?? 0;
  const settled = (model.auxiliary?.blocks ?? []).reduce((sum, { columns }) => sum + columns.length, 0);
  if (places === undefined || settled < helpers) return undefined;
  const { least, dearest } = pricesOf(model);
  // All that is kept of a schedule together is worth less than the least that is charged.
  const kept = least / (places.length + 1);
  const ledger = ledgerOf(near === undefined ? model : withBonus(model, near, kept), dearest * DEAR);
  const draw = drawing(effort.seed);
  const held = fillIn(places, ledger, draw, new Set(near));
  const goal = near === undefined ? -Math.min(bound ?? Number.POSITIVE_INFINITY, mostThatScores(model)) : -Infinity;
  const search = { ledger, swaps: swapsOf(ledger, model.candidates), ...slots(places, held), draw, goal };
  const wanted = near === undefined ? Math.max(MOVES.least, MOVES.each * held.length) : MOVES.least;
  const first = near === undefined ? HEAT.first * dearest : HEAT.near * least;
  const last = HEAT.last * (near === undefined ? least : kept);
  const moves = thorough ? MOVES.thorough : Math.min(MOVES.most, wanted);
  return cool(search, { first, last, moves }, effort);
}

/** A search that is under way. */
interface Search {
  readonly ledger: Ledger;
  readonly swaps: Swaps;
  readonly held: Held[];
  /** Which of the places a chosen candidate fills. */
  readonly filledBy: Map<number, number>;
  /** Whether a candidate can fill the same places as another one. */
  readonly isAlike: (candidate: number, other: number) => boolean;
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
  search: Search,
  { first, last, moves }: Cooling,
  { seconds, fuse = fuseOf(seconds) }: Effort,
): Annealed | undefined {
  const { ledger, goal } = search;
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
      const cost = ledger.cost();
      if (moved(search, heat) && ledger.cost() < cost) keep();
    }
    fuse.burn((ledger.visits() - before) / VISITS);
  }
  return best && { ...best.schedule, reproducible: true };
}

/**
 * One move: a place takes another of its candidates. Where one other place alone is in its way, this one takes what the
 * first one leaves.
 */
function moved(search: Search, heat: number): boolean {
  const { ledger, swaps, held, filledBy, draw } = search;
  const at = draw.below(held.length);
  const { place, candidate } = held[at]!;
  const other = place[draw.below(place.length)]!;
  if (candidate < 0 || other === candidate || ledger.has(other)) return false;
  const allowed = -heat * Math.log(draw.fraction());
  const way = swaps.inTheWay(candidate, other);
  const partner = way && filledBy.get(way.holder);
  if (partner === undefined || partner === at) {
    if (!ledger.exchange(candidate, other, allowed)) return false;
    fill(search, at, other);
    return true;
  }
  const choice = swaps.inPlaceOf(candidate, way!.group).filter((j) => search.isAlike(j, way!.holder) && !ledger.has(j));
  const second = choice[choice.length === 0 ? 0 : draw.below(choice.length)];
  if (second === undefined || second === other) return false;
  const before = ledger.cost();
  ledger.exchange(candidate, other, Number.POSITIVE_INFINITY);
  if (!ledger.exchange(way!.holder, second, allowed - (ledger.cost() - before))) {
    ledger.exchange(other, candidate, Number.POSITIVE_INFINITY);
    return false;
  }
  fill(search, at, other);
  fill(search, partner, second);
  return true;
}

function fill({ held, filledBy }: Search, at: number, candidate: number): void {
  const { place, candidate: before } = held[at]!;
  if (filledBy.get(before) === at) filledBy.delete(before);
  filledBy.set(candidate, at);
  held[at] = { place, candidate };
}

/** Which places are filled by whom, and which candidates can fill the same. */
function slots(places: readonly Int32Array[], held: Held[]) {
  const placeOf = new Map<number, Int32Array>();
  for (const place of new Set(places)) for (const j of place) placeOf.set(j, place);
  return {
    held,
    filledBy: new Map(held.map(({ candidate }, at) => [candidate, at] as const)),
    isAlike: (candidate: number, other: number) => placeOf.get(candidate) === placeOf.get(other),
  };
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
  const first = all[0] ?? unit;
  return { least: all.reduce((a, b) => Math.min(a, b), first), dearest: all.reduce((a, b) => Math.max(a, b), first) };
}
