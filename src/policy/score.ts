import type { Term } from '../domain.ts';
import type { Settings } from '../scenario/scenario.ts';
import type { Kind, Known, ScoreTerm } from './kind.ts';

type Found = ReturnType<ReturnType<ScoreTerm<Settings, unknown, string>['of']>>;

/** The score of each candidate in points: as the kind computes it, else the sum of its terms. */
export function scoresOf<S extends Settings, Scope, T, W, A extends string>(
  { score, terms }: Pick<Kind<S, Scope, T, W, A>, 'score' | 'terms'>,
  known: Known<S, W, A>,
): Float64Array {
  if (score) return score(known);
  const all = terms.map(({ of }) => of(known));
  return Float64Array.from({ length: known.all.count }, (_, j) => all.reduce((sum, of) => sum + pointsOf(of(j)), 0));
}

const pointsOf = (found: Found): number => (typeof found === 'object' ? found.points : (found ?? 0));

/** What a term says of a candidate; nothing where it is zero points without a word. */
export function termOf(name: string, found: Found): readonly Term[] {
  if (found === undefined || found === 0) return [];
  if (typeof found === 'object') return [{ name, ...found }];
  return [{ name, points: Math.round(found * 1e6) / 1e6 }];
}
