import type { Violation } from '../../../../audit/audit.ts';
import { compare } from '../../../../audit/rows.ts';
import { tableOf } from '../../../../audit/table.ts';
import type { ResultTable } from '../../../../tables/result.ts';
import type { Facts } from '../facts/facts.ts';
import type { SpotFault } from './faults.ts';
import { isHistory } from './fixed.ts';

/** A rule that gave way for a guaranteed spot, because the scenario lets it. */
export interface Relaxation {
  readonly rule: string;
  readonly spot: string;
  readonly text: string;
}

/** The rule of the audit that a word of `relax` lets go. */
const RELAXES: Readonly<Record<string, string>> = {
  competitive: 'competitive',
  max_shift: 'max_shift',
  prime: 'off_peak',
};

/**
 * Separates what the scenario excuses (rules under `relax`, for guaranteed spots alone) from what is broken. What
 * concerns history alone is neither, except in a log that was given: it has happened.
 */
export function relax(facts: Facts, faults: readonly SpotFault[]) {
  const violations: Violation[] = [];
  const relaxations: Relaxation[] = [];
  for (const { rule, entity, text, spots } of faults) {
    if (spots.length > 0 && !facts.given && spots.every((id) => isPast(facts, id))) continue;
    const word = Object.hasOwn(RELAXES, rule) ? RELAXES[rule] : undefined;
    const allowed = word !== undefined && facts.settings.relax.some((one) => one === word);
    const spot = spots.find((id) => facts.spot(id)?.tier === 'guaranteed');
    if (allowed && spot !== undefined) relaxations.push({ rule: word, spot, text });
    else violations.push({ rule, entity, text });
  }
  relaxations.sort((a, b) => compare(a.spot, b.spot) || compare(a.rule, b.rule) || compare(a.text, b.text));
  return { violations, relaxations };
}

function isPast(facts: Facts, spot: string): boolean {
  const placing = facts.placed.get(spot);
  return placing !== undefined && isHistory(facts, placing);
}

/** Which rule gave way for whom. */
export function relaxationsTable(relaxations: readonly Relaxation[]): ResultTable {
  return tableOf(relaxations, [
    ['rule', 'text', 'Rule', (row) => row.rule],
    ['spot', 'text', 'Spot', (row) => row.spot],
    ['text', 'text', 'In words', (row) => row.text],
  ]);
}
