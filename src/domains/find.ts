import type { Domain } from '../domain.ts';
import { nearest } from '../problems/nearest.ts';
import { Refusal } from '../problems/problem.ts';
import { domains } from './index.ts';

/**
 * The domain of a kind of scenario: one of your own, else one that Evenhand has.
 *
 * @throws Refusal for a kind that there is none of.
 * @example
 * domainOf('loans').title // 'Press loans'
 * domainOf('loan') // throws 'unknown kind "loan"'
 */
export function domainOf(kind: string, own: readonly Domain[] = []): Domain {
  const known = [...own, ...domains];
  const domain = known.find((each) => each.kind === kind);
  if (domain) return domain;
  const kinds = known.map((each) => each.kind);
  const close = nearest(kind, kinds);
  const others = `Maybe one of: ${kinds.join(', ')}; a kind of your own needs its module, --kind ./${kind}.ts.`;
  const maybe = close ? `Maybe you meant "${close}".` : others;
  throw new Refusal([{ message: `unknown kind "${kind}"`, maybe }]);
}
