import type { SpotRow } from '../tables.ts';

type Fault = { readonly column: string; readonly reason: string };

/** What the spots of a bundle have in common: they are sold, capped and kept apart as one. */
const SHARED = ['pairing', 'advertiser', 'order', 'tier', 'cap', 'cap_block', 'cap_day', 'separation'] as const;

/** What makes a row no part of a bundle: one of the three columns that say it is missing. */
export function bundlePartFault({ bundle, pairing, part }: SpotRow): Fault | undefined {
  if (bundle === null) {
    if (pairing !== null) return { column: 'pairing', reason: 'needs a bundle: the name that its spots share' };
    return part === null ? undefined : { column: 'part', reason: 'needs a bundle: the name that its spots share' };
  }
  if (pairing === null)
    return { column: 'pairing', reason: `does not say what the bundle "${bundle}" is: bookend or piggyback` };
  if (part === null)
    return { column: 'part', reason: `does not say which spot of the bundle "${bundle}" it is: 1, 2 …` };
  return undefined;
}

/** Bundles that cannot air as one. Every spot of such a bundle is set aside: none of them may air without the others. */
export function bundleFaults(rows: readonly SpotRow[]): readonly (Fault & { readonly at: number })[] {
  const bundles = new Map<string, number[]>();
  rows.forEach(({ bundle }, at) => {
    if (bundle !== null) bundles.set(bundle, [...(bundles.get(bundle) ?? []), at]);
  });
  return [...bundles.values()].flatMap((numbers) => {
    const fault = faultOf(numbers.map((at) => rows[at]!));
    return fault === undefined ? [] : numbers.map((at) => ({ at, ...fault }));
  });
}

function faultOf(own: readonly SpotRow[]): Fault | undefined {
  const [{ bundle, pairing }] = own as [SpotRow];
  const ids = own.map(({ id }) => id).join(', ');
  for (const column of SHARED)
    if (new Set(own.map((row) => row[column])).size > 1)
      return { column, reason: `differs among the spots of the bundle "${bundle}": ${ids}` };
  const parts = own.map(({ part }) => part).sort();
  const enough = pairing === 'bookend' ? own.length === 2 : own.length >= 2;
  if (!enough || parts.some((part, k) => part !== k + 1)) {
    const needed = pairing === 'bookend' ? 'two spots, parts 1 and 2' : 'two spots or more, parts 1, 2 and so on';
    return {
      column: 'part',
      reason: `a ${pairing} has ${needed}: of "${bundle}" there are ${own.map(({ id, part }) => `${id} (${part})`).join(', ')}`,
    };
  }
  const astray = own.find(
    ({ position, part }) => position === (part === 1 ? 'last' : 'first') || isInner(own, position, part),
  );
  return astray && { column: 'position', reason: `contradicts its part of the ${pairing} "${bundle}"` };
}

/** In a piggyback the first spot alone can be first in the break, and the last one last. */
function isInner({ length }: readonly SpotRow[], position: SpotRow['position'], part: number | null): boolean {
  return (position === 'first' && part !== 1) || (position === 'last' && part !== length);
}
