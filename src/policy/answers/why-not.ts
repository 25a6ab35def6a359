import { nearest } from '../../problems/nearest.ts';
import type { Fields } from '../../scenario/scenario.ts';
import type { At, Axes } from '../candidates.ts';
import type { Filter } from '../filter.ts';

/** By what else, beside its own value, entries of an axis may be asked for. */
export interface Trait {
  /** What a row of it is called: "spot of the advertiser". */
  readonly noun: string;
  readonly of: (index: number) => string;
}

/** What people call an axis, and what is known of values that it does not have. */
export interface AxisText {
  /** "vehicle". */
  readonly noun: string;
  /** Why a value is not among those of the axis, where that is known: "vehicle V9 belongs to the office SD, not LA". */
  readonly stranger?: (value: string) => string | undefined;
  readonly traits?: Readonly<Record<string, Trait>>;
}

/** What a question about missing candidates is answered from. */
export interface Possibilities<A extends string> {
  readonly axes: Axes<A>;
  readonly texts: Readonly<Record<A, AxisText>>;
  readonly filters: readonly Filter<A>[];
  /** How far a possibility is from what was meant; the nearest is told first. */
  readonly distance?: ((at: At<A>) => number) | undefined;
}

/**
 * Why no candidate has these fields of a schedule's row, or these traits. Where they name one possibility: every filter
 * that removes it, with its figures. Where they name several: how many of them each filter removed first, with an
 * example. Nothing where there is a candidate.
 */
export function whyNot<A extends string>(known: Possibilities<A>, fields: Fields): readonly string[] {
  const names = Object.keys(known.axes) as A[];
  const strangers = Object.entries(fields).flatMap((field) => names.flatMap((name) => strangersOn(known, name, field)));
  if (strangers.length > 0) return strangers;
  const places = names.map((name) => placesOn(known, name, fields));
  const empty = places.findIndex((own) => own.length === 0);
  if (empty >= 0) return [`there is no ${known.texts[names[empty]!].noun} with all of these fields`];
  const count = places.reduce((product, own) => product * own.length, 1);
  const at = Object.fromEntries(names.map((name, k) => [name, places[k]![0]!])) as Record<A, number>;
  if (count === 1) return known.filters.filter(({ removes }) => removes(at)).map(({ why }) => why(at));
  return countedReasons(known, names, places, count);
}

function strangersOn<A extends string>(
  { axes, texts }: Possibilities<A>,
  axis: A,
  [name, value]: readonly [name: string, value: string],
): readonly string[] {
  const { noun, stranger, traits = {} } = texts[axis];
  const values = axes[axis];
  if (name === axis) return values.includes(value) ? [] : [stranger?.(value) ?? absent(noun, value, values)];
  if (!Object.hasOwn(traits, name)) return [];
  const trait = traits[name]!;
  const all = [...new Set(values.map((_, index) => trait.of(index)))];
  return all.includes(value) ? [] : [absent(trait.noun, value, all)];
}

function absent(noun: string, value: string, known: readonly string[]): string {
  const close = nearest(value, known);
  return `there is no ${noun} ${value}${close === undefined ? ' in the data' : `; maybe ${close} is meant`}`;
}

/** The entries of an axis that have these fields and traits; those that another axis has do not count. */
function placesOn<A extends string>({ axes, texts }: Possibilities<A>, axis: A, fields: Fields): readonly number[] {
  const traits = Object.entries(texts[axis].traits ?? {}).filter(([name]) => fields[name] !== undefined);
  const own = fields[axis];
  return axes[axis].flatMap((value, index) =>
    (own === undefined || own === value) && traits.every(([name, { of }]) => of(index) === fields[name]) ? [index] : [],
  );
}

/** What a filter removed: how many possibilities, one of them to show, and whether its reason holds for all. */
interface Removal<A extends string> {
  count: number;
  distance: number;
  at: Record<A, number>;
  differs: boolean;
}

function countedReasons<A extends string>(
  { filters, distance }: Possibilities<A>,
  names: readonly A[],
  places: readonly (readonly number[])[],
  count: number,
): readonly string[] {
  const removals = new Map<Filter<A>, Removal<A>>();
  const at = Object.fromEntries(names.map((name) => [name, 0])) as Record<A, number>;
  let open = false;
  const look = () => {
    const filter = filters.find(({ removes }) => removes(at));
    if (!filter) {
      open = true;
      return;
    }
    const far = distance?.(at) ?? 0;
    const before = removals.get(filter);
    if (!before) {
      removals.set(filter, { count: 1, distance: far, at: { ...at }, differs: false });
      return;
    }
    before.count++;
    // The same entries on the axes that a filter looks at have the same reason.
    const same = (filter.on ?? names).every((name) => before.at[name] === at[name]);
    before.differs ||= !same && filter.why(before.at) !== filter.why(at);
    if (far < before.distance) Object.assign(before, { distance: far, at: { ...at } });
  };
  const walk = (depth: number) => {
    for (const index of places[depth]!) {
      if (open) return;
      at[names[depth]!] = index;
      if (depth === names.length - 1) look();
      else walk(depth + 1);
    }
  };
  walk(0);
  if (open) return [];
  return [...removals]
    .sort(([, a], [, b]) => a.distance - b.distance || b.count - a.count)
    .map(([filter, { count: own, at: shown, differs }]) => {
      const more = differs ? ', and the like' : '';
      return `${own} of ${count} possibilities: ${filter.why(shown)}${more}`;
    });
}
