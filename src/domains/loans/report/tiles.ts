import { amount, count, dollars, numberOf, percent, rangeNote, recordsOf, type Tile } from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import { giniBand, targetBand } from './bands.ts';

/** The numbers of the first screen. A number that has no meaning in this run (a mean of nothing) has no tile. */
export function tilesOf(run: Run): readonly Tile[] {
  const { metrics } = run;
  const tiles: Tile[] = [
    {
      label: 'Loans',
      value: count(metrics.assignments ?? 0),
      note: `mean ${amount(metrics.avg_assignments ?? 0, 2)} a partner served${rangeNote(run, 'assignments', count)}`,
    },
    {
      label: 'Partners reached',
      value: count(metrics.partners_assigned ?? 0),
      note: `of ${count(metrics.partners_eligible ?? 0)} eligible${rangeNote(run, 'partners_assigned', count)}`,
    },
    capacityTile(run),
    budgetTile(run),
    penaltyTile(run),
    overageTile(run),
  ];
  return [...tiles, ...fairnessTiles(run)];
}

function capacityTile({ metrics }: Run): Tile {
  const slots = metrics.capacity_slots ?? 0;
  const note = `${count(metrics.capacity_used ?? 0)} of ${count(slots)} slots`;
  return { label: 'Capacity used', value: percent(metrics.utilization ?? 0), note };
}

function budgetTile(run: Run): Tile {
  const left = recordsOf(run.tables.budgets).reduce(
    (sum, row) => sum + Math.max(0, numberOf(row, 'remaining_before')),
    0,
  );
  const over = run.metrics.budget_over ?? 0;
  const excess = over > 0 ? `; ${dollars(over * 100)} over` : '';
  return {
    label: 'Budget planned',
    value: dollars((run.metrics.budget_planned ?? 0) * 100),
    note: `of ${dollars(left)} available${excess}`,
    tone: over > 0 ? 'fair' : 'good',
  };
}

function penaltyTile({ objective }: Run): Tile {
  const raw = objective.raw_score ?? 0;
  const taken = objective.total_penalties ?? 0;
  const note = taken === 0 || raw === 0 ? 'points; none was paid' : `points, ${percent(taken / raw)} of the raw score`;
  return { label: 'Penalties', value: count(taken), note };
}

function overageTile({ metrics }: Run): Tile {
  const pairs = metrics.cap_overages ?? 0;
  const loans = metrics.cap_overage_loans ?? 0;
  const note = pairs === 0 ? 'no pair goes over its cap' : `partner and make pairs, ${count(loans)} loans over`;
  return { label: 'New cap overages', value: count(pairs), note, tone: pairs === 0 ? 'good' : 'fair' };
}

function fairnessTiles(run: Run): readonly Tile[] {
  const { gini, top_5_share: top } = run.metrics;
  const tiles: Tile[] = [];
  if (typeof gini === 'number') {
    const band = giniBand(gini);
    tiles.push({
      label: 'Gini, partners served',
      value: amount(gini, 3),
      note: `${band.text}${rangeNote(run, 'gini', (value) => amount(value, 3))}`,
      tone: band.tone,
    });
  }
  if (typeof top === 'number') {
    const band = targetBand(top, 0.4, '40%');
    tiles.push({
      label: 'Top five partners',
      value: percent(top),
      note: `of all loans; ${band.text}${rangeNote(run, 'top_5_share', percent)}`,
      tone: band.tone,
    });
  }
  return tiles;
}
