import { compare } from '../../../../audit/rows.ts';
import { tableOf } from '../../../../audit/table.ts';
import type { ResultTable } from '../../../../tables/result.ts';
import { type Facts, factsOf } from '../facts/facts.ts';
import { brokenIn, marginsOf } from '../rules/broken.ts';
import type { SpotFault } from '../rules/faults.ts';

/** A spot against the published log. */
export interface Change {
  readonly spot: string;
  readonly change: 'new' | 'moved' | 'dropped' | 'same';
  readonly from: string | null;
  readonly to: string | null;
}

/** What differs from the published log, by spot; nothing where none was published. Fill comes and goes. */
export function changesOf(facts: Facts): readonly Change[] {
  const isFill = (id: string) => facts.spot(id)?.tier === 'fill';
  const rows = facts.tables.published.rows.filter(({ spot }) => !isFill(spot));
  const published = new Map(rows.map((row) => [row.spot, row.break]));
  if (published.size === 0) return [];
  const spots = new Set([...published.keys(), ...[...facts.placed.keys()].filter((id) => !isFill(id))]);
  return [...spots].sort(compare).map((spot): Change => {
    const [from, to] = [published.get(spot) ?? null, facts.placed.get(spot)?.at.id ?? null];
    // A live event took its time: even in the same break it is elsewhere.
    const taken = facts.plan.has(spot) && facts.publishedIn(spot) === undefined;
    return { spot, change: kindOf(from, to, taken), from, to };
  });
}

function kindOf(from: string | null, to: string | null, taken: boolean): Change['change'] {
  if (from === to && !taken) return 'same';
  if (from === null) return 'new';
  return to === null ? 'dropped' : 'moved';
}

/** What a published spot that moved or was dropped could have stayed for: whether its old place was legal. */
function oldPlace(facts: Facts): (change: Change) => string | null {
  let faults: readonly SpotFault[] | undefined;
  return ({ spot, change, from }) => {
    if (change === 'same' || change === 'new' || from === null) return null;
    if (facts.spot(spot) === undefined) return 'the spot is no longer there';
    if (facts.slot(from) === undefined) return 'the break is not among those of these dates';
    if (facts.plan.get(spot)?.taken) return facts.airings === null ? 'taken by a live event' : 'it did not air there';
    if (facts.slot(from)?.moved) return 'its break follows a live event';
    faults ??= faultsBefore(facts);
    const rules = new Set(faults.filter(({ spots }) => spots.includes(spot)).map(({ rule }) => rule));
    return rules.size === 0 ? 'legal' : `broke ${[...rules].join(', ').replaceAll('_', ' ')}`;
  };
}

/** What the published log breaks, by the rules as they are. */
function faultsBefore({ settings, tables }: Facts): readonly SpotFault[] {
  const before = factsOf(settings, tables, tables.published.rows);
  return brokenIn(before, marginsOf(before));
}

/** Spots of the published log and of this one, by spot. */
export function changesTable(facts: Facts, changes: readonly Change[]): ResultTable {
  const was = oldPlace(facts);
  return tableOf(changes, [
    ['spot', 'text', 'Spot', (row) => row.spot],
    ['change', 'text', 'Change', (row) => row.change],
    ['from_break', 'text', 'Was in', (row) => row.from],
    ['to_break', 'text', 'Is in', (row) => row.to],
    ['old_place', 'text', 'Its old place', was],
  ]);
}
