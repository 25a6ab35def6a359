import type { Instance } from '../domain.ts';
import type { Watch } from '../pipeline/stage.ts';
import type { Settings } from '../scenario/scenario.ts';
import { answersOf } from './answers/answers.ts';
import { type Axes, type Paired, pair } from './candidates.ts';
import type { Kind, Known } from './kind.ts';
import { modelOf } from './model.ts';
import { columnsOf } from './row.ts';
import type { BoundRule, Rule } from './rule.ts';
import { scoresOf } from './score.ts';

/** What is opened: settings and tables, and a question that is open already. */
export interface Question<S, T> {
  readonly settings: S;
  readonly tables: T;
  readonly watch: Watch;
  readonly near: Instance | undefined;
}

/** The parts of an instance that do not depend on points. Another question may take over those that are the same. */
interface Parts<W, A extends string> {
  readonly tables: unknown;
  /** The settings that the world was made from, as text. */
  readonly scope: string;
  readonly world: W;
  readonly axes: Axes<A>;
  readonly rules: readonly RuleOn<A>[];
  readonly paired: Paired<A>;
}

/** A rule that is on. */
interface RuleOn<A extends string> {
  readonly name: string;
  readonly title: string;
  /** Its parameters as text. */
  readonly own: string;
  readonly bound: BoundRule<A>;
}

interface OpenInstance<W, A extends string> extends Instance {
  readonly kind: unknown;
  readonly parts: Parts<W, A>;
}

/** Opens a question of a kind: world, candidates, model. What an open one has in common with it is taken from there. */
export function openKind<S extends Settings, Scope, T, W, A extends string>(
  kind: Kind<S, Scope, T, W, A>,
  question: Question<S, T>,
): Instance {
  const { settings, watch } = question;
  const parts = partsOf(kind, question);
  const { world, axes, rules, paired } = parts;
  const known: Known<S, W, A> = { settings, world, all: paired.candidates };
  const ruled = stage(watch, {
    name: 'model',
    doing: 'scoring candidates and setting limits',
    work: () =>
      modelOf({
        axes,
        all: paired.candidates,
        settings,
        score: scoresOf(kind, known),
        rules: rules.map(({ bound }) => bound),
        priorities: kind.priorities?.(known),
        leveled: kind.levels !== undefined,
      }),
    rows: ({ model }) => model.limits.reduce((sum, limits) => sum + limits.groups, 0),
  });
  const titles = new Map(
    rules.flatMap(({ name, title }, at) => [name, ...ruled.names[at]!].map((own) => [own, title] as const)),
  );
  const instance: OpenInstance<W, A> = {
    ...answersOf({ kind, known, axes, paired, model: ruled.model, titles }),
    kind,
    parts,
  };
  return instance;
}

function partsOf<S extends Settings, Scope, T, W, A extends string>(
  kind: Kind<S, Scope, T, W, A>,
  { settings, tables, watch, near }: Question<S, T>,
): Parts<W, A> {
  const before = near && 'kind' in near && near.kind === kind ? (near as OpenInstance<W, A>).parts : undefined;
  const visible = kind.scope ? kind.scope(settings) : (settings as unknown as Scope);
  const scope = JSON.stringify(visible);
  const same = before?.scope === scope && before.tables === tables ? before : undefined;
  const { world, axes } = stage(watch, {
    name: 'world',
    doing: `indexing the tables: ${kind.title.toLowerCase()}`,
    work: () => {
      const own = same?.world ?? kind.open({ settings: visible, tables });
      return { world: own, axes: same?.axes ?? kind.axes(own) };
    },
    rows: (made) => Object.values<readonly string[]>(made.axes).reduce((sum, values) => sum + values.length, 0),
  });
  const rules = stage(watch, {
    name: 'rules',
    doing: 'looking up what rules need',
    work: () => rulesOn({ rules: kind.rules, settings, world, before: same?.rules ?? [] }),
    rows: (on) => on.length,
  });
  const paired = stage(watch, {
    name: 'candidates',
    doing: 'combining, and applying filters',
    work: () =>
      same && filtering(same.rules) === filtering(rules)
        ? same.paired
        : pair({
            axes,
            filters: rules.flatMap(({ bound }) => bound.filters),
            text:
              kind.possibilities ??
              `every combination of ${columnsOf(kind.row)
                .map(([, { noun }]) => noun)
                .join(' and ')}`,
            levels: kind.levels?.(world),
            ...(kind.relaxed !== undefined && { relaxed: kind.relaxed }),
          }),
    rows: ({ candidates }) => candidates.count,
  });
  return { tables, scope, world, axes, rules, paired };
}

/** All that decides which candidates there are, as text. */
const filtering = (rules: readonly RuleOn<string>[]): string =>
  JSON.stringify(rules.filter(({ bound }) => bound.filters.length > 0).map(({ name, own }) => [name, own]));

interface Binding<W, A extends string> {
  readonly rules: readonly Rule<W, A>[];
  readonly settings: Settings;
  readonly world: W;
  /** Rules of the same world that are on already. */
  readonly before: readonly RuleOn<A>[];
}

function rulesOn<W, A extends string>({ rules, settings, world, before }: Binding<W, A>): readonly RuleOn<A>[] {
  return rules.flatMap(({ name, title, section, bind }): readonly RuleOn<A>[] => {
    const parameters = section === 'always' ? {} : sectionOf(settings, section)[name];
    const own = JSON.stringify(parameters) ?? '';
    const known = before.find((each) => each.name === name && each.own === own);
    if (known) return [known];
    const bound = bind(parameters, world);
    return bound ? [{ name, title, own, bound }] : [];
  });
}

/** The parameters of all rules, or all weights, by name. A kind without any has no such section. */
const sectionOf = (settings: Settings, section: 'rules' | 'weights') =>
  ((settings as unknown as Readonly<Record<string, unknown>>)[section] ?? {}) as Readonly<Record<string, unknown>>;

/** One step on the way to a model, told of as it begins and ends. */
interface Step<V> {
  readonly name: string;
  readonly doing: string;
  readonly work: () => V;
  readonly rows: (value: V) => number;
}

function stage<V>(watch: Watch, { name, doing, work, rows }: Step<V>): V {
  watch.begin(name, doing);
  const value = work();
  watch.end(name, rows(value));
  return value;
}
