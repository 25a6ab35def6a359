import type { readScenario } from '../index.ts';

/** The option by which a command is told of kinds of the user's own. */
export interface KindOptions {
  /** Modules, each with a kind. */
  readonly kind?: readonly string[] | undefined;
}

/** Kinds of the user's own. */
export type Kinds = NonNullable<NonNullable<Parameters<typeof readScenario>[1]>['kinds']>;

/**
 * The kinds in the modules that `--kind` names. What loads modules is itself loaded only where there are some.
 *
 * @throws Refusal where a module is not there, exports no kind, or exports one with faults.
 */
export async function kindsOf({ kind = [] }: KindOptions): Promise<Kinds> {
  if (kind.length === 0) return [];
  const { loadKinds } = await import('../index.ts');
  return loadKinds(kind);
}

/**
 * The kind that a word means: the first in a module where the word is a path, else the kind of that name.
 *
 * @throws Refusal where there is none.
 */
export async function kindNamed(word: string): Promise<Kinds[number]> {
  const { domainOf } = await import('../index.ts');
  const isPath = /\.[mc]?[jt]s$|^\.{0,2}\//.test(word);
  const [own] = isPath ? await kindsOf({ kind: [word] }) : [];
  return own ?? domainOf(word);
}
