import type { LoansTables, RuleRow } from '../tables.ts';

/** The rules table is all that ranks are looked up in. */
interface Ruled {
  readonly tables: Pick<LoansTables, 'rules'>;
}

/** A rank in capitals and without blanks: "a +" and "A+" are one rank. No rank at all is the empty text. */
export function plainRank(rank: string | null | undefined): string {
  return (rank ?? '').split(/\s+/).join('').toUpperCase();
}

/** Rank 0 bars a partner from the make. */
export function isZero(rank: string | null | undefined): boolean {
  const plain = plainRank(rank);
  return plain !== '' && Number(plain) === 0;
}

/** The row of the rules table that speaks of a make and rank: by its rank, else as the one that names none. */
export function ruleFor({ tables }: Ruled, make: string, rank: string): RuleRow | undefined {
  const rows = tables.rules.rows.filter((row) => row.make === make);
  const exact = rows.find((row) => plainRank(row.rank) === plainRank(rank));
  return exact ?? rows.find((row) => plainRank(row.rank) === '');
}

/** Days between two loans of a make for a rank, where the rule is on. */
export function waitingDays(facts: Ruled, make: string, rank: string | null | undefined, usual: number): number {
  const rows = facts.tables.rules.rows.filter((row) => row.make === make);
  const forRank = rows.filter((row) => plainRank(row.rank) === plainRank(rank));
  const forAll = rows.filter((row) => plainRank(row.rank) === '');
  const speaking = [...forRank, ...forAll];
  // A rank that no row speaks of waits as the first row of its make says.
  if (speaking.length === 0) return rows[0]?.cooldown_period ?? usual;
  return speaking.map((row) => row.cooldown_period).find((days) => days !== null) ?? usual;
}
