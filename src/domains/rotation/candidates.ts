import { hashOf, joinHashes } from '../../kernel/ties.ts';
import type { FunnelStep } from '../../runs/run.ts';
import type { Known } from './known.ts';
import type { Filter } from './rules/rule.ts';
import type { Relaxable } from './scenario.ts';

/** This spot in that break: one candidate a row, sorted by (spot, break, level). */
export interface Candidates {
  readonly count: number;
  /** Indices into the world's lists. */
  readonly spot: Int32Array;
  readonly break: Int32Array;
  /** How many of the scenario's `relax` rules have given way for it; 0 for nearly all. */
  readonly level: Uint8Array;
}

/** Candidates, how they came to be so many, and what kept each spot out of how many breaks. */
export interface Funnelled {
  readonly candidates: Candidates;
  readonly funnel: readonly FunnelStep[];
  /** For each spot: breaks lost to each filter, in the filters' order. */
  readonly lost: readonly Int32Array[];
}

/**
 * Pairs every spot with every break and takes away what a filter removes, the first one that does. Guaranteed spots
 * get further candidates for each rule that may give way.
 */
export function candidatesOf(known: Known, filters: readonly Filter[]): Funnelled {
  const { world, settings } = known;
  const { relax } = settings;
  const columns = { spot: [] as number[], break: [] as number[], level: [] as number[] };
  const lost = world.spots.map(() => new Int32Array(filters.length));
  const enter = (s: number, b: number, level: number) => {
    columns.spot.push(s);
    columns.break.push(b);
    columns.level.push(level);
  };
  let relaxed = 0;
  world.spots.forEach((spot, s) => {
    const history = world.fixed.get(s)?.why === 'history';
    const levels = spot.tier === 0 && !world.fixed.has(s) ? relax.length : 0;
    world.breaks.forEach((_, b) => {
      const removedBy = (given: readonly Relaxable[]) =>
        filters.findIndex((filter) => !(filter.relaxed && given.includes(filter.relaxed)) && filter.removes(s, b));
      if (history && world.fixed.get(s)!.break === b) {
        enter(s, b, 0);
        return;
      }
      const first = removedBy([]);
      if (first < 0) enter(s, b, 0);
      else lost[s]![first]!++;
      let open = first < 0;
      for (let level = 1; level <= levels; level++) {
        const passes = open || removedBy(relax.slice(0, level)) < 0;
        if (passes && (!open || relax[level - 1] === 'competitive')) {
          enter(s, b, level);
          relaxed++;
        }
        open = passes;
      }
    });
  });
  const candidates = {
    count: columns.spot.length,
    spot: Int32Array.from(columns.spot),
    break: Int32Array.from(columns.break),
    level: Uint8Array.from(columns.level),
  };
  return { candidates, lost, funnel: funnelOf(known, filters, lost, relaxed) };
}

function funnelOf(
  { world }: Known,
  filters: readonly Filter[],
  lost: readonly Int32Array[],
  relaxed: number,
): readonly FunnelStep[] {
  let left = world.spots.length * world.breaks.length;
  const steps: FunnelStep[] = [{ step: 'pairs', removed: 0, left, text: 'every spot in every break' }];
  filters.forEach(({ step, text }, f) => {
    const removed = lost.reduce((sum, own) => sum + own[f]!, 0);
    left -= removed;
    steps.push({ step, removed, left, text });
  });
  if (relaxed > 0)
    steps.push({
      step: 'relaxed',
      removed: -relaxed,
      left: left + relaxed,
      text: 'guaranteed spots, were rules to give way as `relax` allows',
    });
  return steps;
}

/** Whether a rule has given way for a candidate. */
export const isRelaxed = ({ settings }: Known, { level }: Candidates, j: number, rule: Relaxable): boolean =>
  level[j]! > 0 && settings.relax.slice(0, level[j]!).includes(rule);

/** A hash of each candidate's (spot, break) and the seed. */
export function tiesOf({ world, settings }: Known, candidates: Candidates): Uint32Array {
  const { seed } = settings.solver;
  const spots = world.spots.map(({ id }) => hashOf(id, seed));
  const breaks = world.breaks.map(({ id }) => hashOf(id, seed));
  return Uint32Array.from(candidates.spot, (s, j) =>
    joinHashes(joinHashes(spots[s]!, breaks[candidates.break[j]!]!), candidates.level[j]!),
  );
}
