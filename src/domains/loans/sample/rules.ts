import type { RawTable } from '../../../tables/table.ts';
import { rawTable } from './raw.ts';

/** A make's days between loans and its loans a year by rank. Makes without a rule: 30 days, and the default caps. */
interface MakeRule {
  readonly make: string;
  readonly cooldown: number | null;
  readonly caps: Readonly<Record<string, number>>;
}

const MAKE_RULES: readonly MakeRule[] = [
  { make: 'Toyota', cooldown: 30, caps: { A: 4, B: 2, C: 1 } },
  { make: 'Hyundai', cooldown: 30, caps: { A: 4, B: 2, C: 1 } },
  { make: 'Mazda', cooldown: 21, caps: { A: 4, B: 3, C: 1 } },
  { make: 'Audi', cooldown: 45, caps: { A: 3, B: 2, C: 1 } },
  { make: 'Volvo', cooldown: 30, caps: { A: 3, B: 2, C: 1 } },
  { make: 'Volkswagen', cooldown: null, caps: { A: 4, B: 2, C: 1 } },
  { make: 'Lexus', cooldown: 60, caps: { A: 3, B: 1, C: 0 } },
  { make: 'Genesis', cooldown: 0, caps: { B: 2 } },
  { make: 'Maserati', cooldown: 45, caps: { C: 0 } },
  { make: 'Bentley', cooldown: 60, caps: { B: 1 } },
];

/** Days that must pass between two loans of a make; 0: none. */
export function cooldownDays(make: string): number {
  const rule = MAKE_RULES.find((one) => one.make === make);
  return rule === undefined ? 30 : (rule.cooldown ?? 30);
}

const HEADER = ['make', 'rank', 'loan_cap_per_year', 'cooldown_period', 'rule_description', 'notes'] as const;

/** The table `rules`: 24 rows; two caps of 0 forbid a make to its lowest rank. */
export function rulesTable(): RawTable {
  const rows = MAKE_RULES.flatMap(({ make, cooldown, caps }) =>
    Object.entries(caps).map(([rank, cap]) => ({
      make,
      rank,
      loan_cap_per_year: String(cap),
      cooldown_period: cooldown === null ? '' : String(cooldown),
      rule_description: cap === 0 ? `no ${make} for rank ${rank}` : `at most ${cap} a year`,
    })),
  );
  return rawTable('rules', HEADER, rows);
}
