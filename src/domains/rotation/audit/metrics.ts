import { gini, total } from '../../../audit/measures.ts';
import type { Change } from './changes.ts';
import { type Facts, TIERS, type Tier } from './facts.ts';
import type { Measure } from './measure.ts';
import { isOpen, type Owed } from './obligations.ts';
import { isMoved } from './shift.ts';
import type { Share } from './totals.ts';

/** All that the metrics are taken from. */
export interface Ledger {
  readonly measures: readonly Measure[];
  readonly shares: readonly Share[];
  readonly owed: readonly Owed[];
  readonly changes: readonly Change[];
}

/** The named numbers of an audit. Rates and fill are fractions, margins seconds or spots, value is in dollars. */
export function metricsOf(facts: Facts, ledger: Ledger): Readonly<Record<string, number | null>> {
  const placed = [...facts.placed.values()];
  const moved = placed.filter((one) => isMoved(one)).length;
  const unplaced = facts.unplaced.length;
  const share = (count: number) => (facts.spots.length === 0 ? 0 : rounded(count / facts.spots.length));
  const slots = facts.slots.filter((slot) => !slot.gone);
  const room = total(slots.map((slot) => slot.seconds));
  const alarm = (moved + unplaced) / Math.max(1, facts.spots.length) > facts.settings.alerts.moved_or_unresolved;
  return {
    ...{ spots: facts.spots.length, placed: placed.length, moved, unplaced },
    ...{ moved_rate: share(moved), unresolved_rate: share(unplaced), alert: alarm ? 1 : 0 },
    ...Object.assign({}, ...TIERS.map((tier) => tierMetrics(facts, tier))),
    value: total(placed.map(({ spot }) => spot.value)) / 100,
    fill: room === 0 ? null : rounded(total(placed.map(({ spot }) => spot.seconds)) / room),
    breaks: slots.length,
    obligations_open: ledger.owed.filter(isOpen).length,
    changes: ledger.changes.filter(({ change }) => change === 'moved' || change === 'dropped').length,
    smallest_separation_margin: smallest(ledger.measures, ['separation', 'competitive', 'creative']),
    smallest_cap_margin: smallest(ledger.measures, ['rolling_cap', 'cap_block', 'cap_day']),
    gini: ledger.shares.length === 0 ? null : rounded(gini(ledger.shares.map(({ seconds }) => seconds))),
  };
}

function tierMetrics(facts: Facts, tier: Tier): Readonly<Record<string, number>> {
  const all = facts.spots.filter((spot) => spot.tier === tier);
  return {
    [`${tier}_spots`]: all.length,
    [`${tier}_placed`]: all.filter(({ id }) => facts.placed.has(id)).length,
  };
}

/** The tightest place of some rules; null where they bound nothing. */
function smallest(measures: readonly Measure[], rules: readonly string[]): number | null {
  const margins = measures.filter(({ rule }) => rules.includes(rule)).map(({ margin }) => margin);
  return margins.length === 0 ? null : margins.reduce((least, margin) => Math.min(least, margin));
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
