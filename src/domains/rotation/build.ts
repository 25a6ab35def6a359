import type { Built } from '../../domain.ts';
import type { Limits, Model } from '../../kernel/model.ts';
import { from, type Watch } from '../../pipeline/stage.ts';
import { aimsOf } from './aims.ts';
import { type Candidates, candidatesOf, type Funnelled, tiesOf } from './candidates.ts';
import type { Known } from './known.ts';
import { cutsOf, linesOf } from './order.ts';
import { prioritiesOf } from './priorities.ts';
import { rules } from './rules/index.ts';
import type { RotationSettings } from './scenario.ts';
import { scoresOf, termsOf } from './score.ts';
import type { RotationTables } from './tables.ts';
import { worldOf } from './world.ts';

/** From settings and tables to a model, stage by stage. */
export function build(settings: RotationSettings, tables: RotationTables, watch: Watch): Built {
  const { known } = from({ settings, tables }, watch)
    .stage({
      name: 'world',
      doing: 'laying out breaks and spots',
      run: () => worldOf(settings, tables),
      rows: (world) => world.breaks.length + world.spots.length,
    })
    .stage({
      name: 'filtered',
      doing: 'pairing spots and breaks',
      run: (line) => candidatesOf(line, filtersOf(line)),
      rows: ({ candidates }) => candidates.count,
    })
    .stage({
      name: 'model',
      doing: 'setting limits',
      run: (line) => modelOf(line, line.filtered.candidates),
      rows: (model) => model.limits.reduce((sum, limits) => sum + limits.groups, 0),
    });
  const { candidates, funnel } = known.filtered;
  const columns = candidates.count + (known.model.auxiliary?.count ?? 0);
  return {
    model: known.model,
    funnel,
    notes: [...notesOf(known), ...hopeless(known, known.filtered)],
    aims: () => aimsOf(known, candidates),
    terms: (j) => termsOf(known, candidates, j),
    cuts: (chosen) => cutsOf(known, candidates, columns, chosen),
    schedule: (chosen) =>
      linesOf(known, candidates, chosen)
        .flatMap(({ break: b, order }) =>
          (order ?? []).map((spot, k) => ({ spot: spot.id, break: known.world.breaks[b]!.id, position: k + 1 })),
        )
        .sort((a, b) => (a.spot < b.spot ? -1 : 1)),
  };
}

/** Every filter of the rules, in the order in which they run. */
export const filtersOf = (known: Known) => rules.flatMap((rule) => rule.filters?.(known) ?? []);

/** Scores, priorities and limits of the candidates. */
function modelOf(known: Known, candidates: Candidates): Model {
  const limits: Limits[] = [];
  let columns = candidates.count;
  for (const rule of rules) {
    const own = rule.limits?.(known, candidates, columns);
    if (!own) continue;
    limits.push(...own.limits);
    columns += own.helpers ?? 0;
  }
  const count = columns - candidates.count;
  return {
    unit: 1,
    candidates: candidates.count,
    score: scoresOf(known, candidates),
    tie: tiesOf(known, candidates),
    limits,
    priorities: prioritiesOf(known, candidates),
    ...(count > 0
      ? { auxiliary: { count, most: new Float64Array(count).fill(1), score: new Float64Array(count) } }
      : {}),
  };
}

function notesOf({ world, tables }: Known): readonly string[] {
  const orders = new Set(tables.orders.rows.map(({ id }) => id));
  const strangers = tables.spots.rows.filter(({ order }) => order !== null && !orders.has(order));
  const noOrder =
    strangers.length === 0
      ? []
      : [
          `${strangers
            .map(({ id, order }) => `${id} names the order "${order}", which is not there`)
            .slice(0, 5)
            .join('; ')}`,
        ];
  const lost = world.lost.length === 0 ? [] : [`lost to a preemption: ${world.lost.join(', ')}`];
  return [...world.notes, ...noOrder, ...lost];
}

/** Guaranteed spots that no break can take, and what removed how many. */
function hopeless(known: Known, { candidates, lost }: Funnelled): readonly string[] {
  const filters = filtersOf(known);
  const able = new Set(candidates.spot);
  const none = known.world.spots.flatMap((spot, s) => (spot.tier === 0 && !able.has(s) ? [s] : []));
  return none.map((s) => {
    const why = filters.flatMap(({ text }, f) => (lost[s]![f]! > 0 ? [`${text} (${lost[s]![f]})`] : []));
    return `no break can take the guaranteed spot ${known.world.spots[s]!.id}: ${why.join('; ') || 'there are no breaks'}`;
  });
}
