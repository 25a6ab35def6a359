import type { PolicyFinding } from '../findings-record.ts';
import type { Sweep } from '../record.ts';
import { policyNamer } from './words.ts';

type Named = Pick<PolicyFinding, 'policy' | 'values'>;

/** What the policies of a sweep are called: in full in tables, and as short as a chart has room for. */
export interface Names {
  readonly full: (one: Named) => string;
  readonly short: (one: Named) => string;
}

// What a chart has room for beside its bars.
const LONGEST = 40;

/**
 * The names of the policies of a sweep. Where one of them is longer than a chart has room for, all are numbered, and the
 * number alone is the short one.
 */
export function namesIn({ parameters, runs }: Pick<Sweep, 'parameters' | 'runs'>): Names {
  const own = parameters.flatMap(({ axis }, index) => (axis === 'policy' ? [index] : []));
  const name = policyNamer(own.map((index) => parameters[index]!.path));
  const long = runs.some(({ values }) => name(own.map((index) => values[index])).length > LONGEST);
  const plain = ({ values }: Named) => name(values);
  if (!long) return { full: plain, short: plain };
  return { full: (one) => `${one.policy + 1}: ${name(one.values)}`, short: ({ policy }) => `policy ${policy + 1}` };
}
