import { countOf, sumOf } from '../../../audit/numbers.ts';
import { MICRO, over } from '../../../audit/points.ts';
import { compare, groupBy } from '../../../audit/rows.ts';
import { addMonths } from '../../../tables/dates.ts';
import { countDate, type Facts } from './facts.ts';
import { plainRank, ruleFor } from './ranks.ts';

/** A partner and make under the yearly cap of the partner's rank. */
export interface Cap {
  readonly person: string;
  readonly make: string;
  readonly rank: string;
  /** Null: unlimited. */
  readonly cap: number | null;
  /** The rules table gives 0, or an empty cap. */
  readonly zeroRule: boolean;
  readonly used: number;
  readonly assigned: number;
  /** Loans that count with those that were assigned: over many weeks, in the window of the last of them. */
  readonly after: number;
  /** Loans over the cap before this week, and newly over it. */
  readonly before: number;
  readonly delta: number;
  /** Millionths of a point. */
  readonly penalty: number;
}

const DEFAULT_CAPS: ReadonlyMap<string, number | null> = new Map([
  ['A+', null],
  ['A', 100],
  ['B', 50],
  ['C', 10],
]);
const OTHER_CAP = 10;

/** Every pair that could have got a car of the office, or did; worst first. Nothing where the rule is `false`. */
export function capsOf(facts: Facts): readonly Cap[] {
  const rule = facts.settings.rules.tier_caps;
  if (rule === false) return [];
  const from = addMonths(facts.settings.week, -rule.window_months);
  const price = rule.mode === 'soft' ? rule.penalty * MICRO : 0;
  return pairsOf(facts)
    .map(({ person, make, assigned }) => {
      const { rank, cap, zeroRule } = capOf(facts, person, make);
      const ended = countOf(facts.historyOf(person), (row) => {
        const date = countDate(row);
        return row.make === make && date !== null && date >= from && date < facts.settings.week;
      });
      const used = ended + stillOut(facts, person, make);
      const before = over(used, cap);
      const delta = newlyOver({ used, cap }, assigned);
      const after = used + assigned;
      return { person, make, rank, cap, zeroRule, used, assigned, after, before, delta, penalty: price * delta };
    })
    .sort(
      (a, b) => b.penalty - a.penalty || b.delta - a.delta || compare(a.person, b.person) || compare(a.make, b.make),
    );
}

/** Loans planned for the weeks before that have not ended by the Monday. */
function stillOut({ tables, settings }: Facts, person: string, make: string): number {
  const rows = tables.planned?.rows ?? [];
  return countOf(rows, (row) => row.person_id === person && row.make === make && row.end_date >= settings.week);
}

interface Pair {
  readonly person: string;
  readonly make: string;
  readonly assigned: number;
}

function pairsOf(facts: Facts): readonly Pair[] {
  const eligible = facts.eligible.map(({ person_id, make }) => ({ person: person_id, make, assigned: 0 }));
  const chosen = facts.loans.flatMap(({ person, vehicle }) =>
    vehicle === undefined ? [] : [{ person, make: vehicle.make, assigned: 1 }],
  );
  const persons = groupBy([...eligible, ...chosen], (pair) => pair.person);
  return [...persons.values()].flatMap((own) =>
    [...groupBy(own, (pair) => pair.make).values()].map((same) => ({
      person: same[0]!.person,
      make: same[0]!.make,
      assigned: sumOf(same, (pair) => pair.assigned),
    })),
  );
}

/** The cap of the rules table for the make and rank (empty: 0), else the rank's default. No rank counts as C. */
function capOf(facts: Facts, person: string, make: string): Pick<Cap, 'rank' | 'cap' | 'zeroRule'> {
  const rank = plainRank(facts.approval(person, make)?.rank) || 'C';
  const rule = ruleFor(facts, make, rank);
  if (rule !== undefined) {
    const cap = rule.loan_cap_per_year ?? 0;
    return { rank, cap, zeroRule: cap === 0 };
  }
  const known = DEFAULT_CAPS.get(rank);
  return { rank, cap: known === undefined ? OTHER_CAP : known, zeroRule: false };
}

/** Loans over the cap that are new among so many. */
export function newlyOver({ used, cap }: Pick<Cap, 'used' | 'cap'>, loans: number): number {
  return over(used + loans, cap) - over(used, cap);
}
