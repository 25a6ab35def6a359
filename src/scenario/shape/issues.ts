import type { z } from 'zod';
import { nearest } from '../../problems/nearest.ts';
import type { Problem } from '../../problems/problem.ts';
import * as problems from '../problems.ts';
import { child, find, isMap, keyPlaceOf, placeOf, type Tree } from '../yaml/tree.ts';
import { choices, keysAt, needs, pathsIn, schemasAt } from './schema.ts';
import { plainFor } from './value.ts';

type Issue = z.core.$ZodIssue;
interface Context {
  readonly schema: z.core.$ZodType;
  readonly written: Tree;
  /** The full paths of all settings below the top. They take long to find: once, however many keys are unknown. */
  readonly paths: () => readonly string[];
}

/** What a schema found wrong with what was written, as problems in a person's words, at their places. */
export function problemsOf(issues: readonly Issue[], schema: z.core.$ZodType, written: Tree): readonly Problem[] {
  let found: readonly string[] | undefined;
  const paths = () => {
    found ??= pathsIn(schema).filter((path) => path.includes('.'));
    return found;
  };
  const context = { schema, written, paths };
  const all = issues.flatMap((issue) => settle(issue, [], context));
  return all.filter((issue) => !misspelt(issue, all, context)).flatMap((issue) => problemOf(issue, context));
}

/** An issue with its whole path; of a union, the issues of the branch that the writer meant. */
function settle(issue: Issue, prefix: readonly PropertyKey[], context: Context): readonly Issue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code !== 'invalid_union') return [{ ...issue, path }];
  const fitting = issue.errors
    .map((branch) => branch.flatMap((inner) => settle(inner, path, context)))
    .filter((branch) => !branch.some((inner) => isOtherKind(inner, path)))
    .sort((a, b) => a.length - b.length);
  return fitting[0] ?? [{ ...issue, path }];
}

/** The value itself is not what this branch takes: another branch was meant. */
function isOtherKind(issue: Issue, path: readonly PropertyKey[]): boolean {
  return issue.path.length === path.length && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

/** A key that is missing only because it was misspelt is one problem, not two. */
function misspelt(issue: Issue, all: readonly Issue[], { schema, written }: Context): boolean {
  if (!isMissing(issue, written)) return false;
  const parent = issue.path.slice(0, -1);
  const known = keysAt(schema, parent);
  return all.some(
    (other) =>
      other.code === 'unrecognized_keys' &&
      other.path.join('\0') === parent.join('\0') &&
      other.keys.some((key) => known.includes(key) || nearest(key, known) !== undefined),
  );
}

function isMissing(issue: Issue, written: Tree): boolean {
  return issue.path.length > 0 && !find(written, issue.path) && isMap(find(written, issue.path.slice(0, -1)));
}

function problemOf(issue: Issue, context: Context): readonly Problem[] {
  const { schema, written } = context;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(issue.path, key, context));
  const path = issue.path;
  const wanted = schemasAt(schema, path);
  const place = placeOf(written, path);
  if (issue.code === 'invalid_key') {
    const keyNeeds = keySchemaNeeds(issue.issues);
    return [problems.wrongKey(path, keyNeeds, keyPlaceOf(written, path))];
  }
  const there = find(written, path);
  if (!there) {
    return [problems.missingKey(path, needs(wanted), exampleOf(wanted), keyPlaceOf(written, path.slice(0, -1)))];
  }
  if (issue.code === 'custom') {
    const maybe: unknown = issue.params?.maybe;
    return [problems.found(path, issue.message, typeof maybe === 'string' ? maybe : undefined, place)];
  }
  const value = plainFor(there, wanted);
  return [problems.wrongValue(path, needs(wanted) || 'another value', value, wayOut(wanted, value), place)];
}

function unknownKey(path: readonly PropertyKey[], key: string, { schema, written, paths }: Context): Problem {
  const known = keysAt(schema, path);
  const place = keyPlaceOf(written, [...path, key]);
  if (known.includes(key)) {
    const parent = find(written, path);
    const others = isMap(parent) ? [...parent.entries.keys()].filter((other) => other !== key) : [];
    return problems.keysClash(key, others, [...path, key], place);
  }
  const given = find(written, path);
  const free = known.filter((other) => !child(given, other));
  const like = nearest(key, free) ?? nearest(key, known);
  const elsewhere = like === undefined ? placesOf(key, path, paths()) : [];
  if (elsewhere.length > 0) return problems.keyElsewhere(key, elsewhere, [...path, key], place);
  return problems.unknownKey(key, like, known, [...path, key], place);
}

/** The full paths of settings that are called so, or nearly so where none is. */
function placesOf(key: string, within: readonly PropertyKey[], paths: readonly string[]): readonly string[] {
  const last = (path: string) => path.slice(path.lastIndexOf('.') + 1);
  const name = paths.some((path) => last(path) === key) ? key : nearest(key, [...new Set(paths.map(last))]);
  const found = paths.filter((path) => last(path) === name);
  const below = found.filter((path) => path.startsWith(`${within.map(String).join('.')}.`));
  return below.length > 0 ? below : found;
}

function keySchemaNeeds(issues: readonly Issue[]): string {
  const [first] = issues;
  if (first?.code === 'invalid_format' && first.format === 'date') return 'a date such as 2025-09-22';
  if (first?.code === 'invalid_value') return `one of ${first.values.map(String).join(', ')}`;
  return first?.message ?? 'another form';
}

function exampleOf(wanted: readonly z.core.$ZodType[]): string | undefined {
  const listed = wanted.flatMap(choices);
  if (listed.length > 0) return String(listed[0]);
  return needs(wanted).startsWith('a date') ? '2025-09-22' : undefined;
}

/** The likely way out of a wrong value, where there is one. */
function wayOut(wanted: readonly z.core.$ZodType[], value: unknown): string | undefined {
  const listed = wanted.flatMap(choices);
  const words = needs(wanted);
  if (typeof value === 'string') {
    const text = value.trim();
    if (listed.includes(false) && /^(off|no|none|disabled?|never)$/i.test(text)) return 'Maybe you meant false.';
    if (/true or false/.test(words) && /^(yes|y|on)$/i.test(text)) return 'Maybe you meant true.';
    if (/true or false/.test(words) && /^(no|n|off)$/i.test(text)) return 'Maybe you meant false.';
    const like = nearest(
      text,
      listed.filter((choice) => typeof choice === 'string'),
    );
    if (like !== undefined) return `Maybe you meant "${like}".`;
    const number = text.replaceAll(/[_,\s]/g, '');
    if (/number/.test(words) && /^-?\d+(\.\d+)?$/.test(number))
      return `Maybe write ${number}, without quotes or separators.`;
    if (/^a list/.test(words) && text !== '') return 'Maybe put it in [brackets].';
  }
  if (value === true && listed.includes(false)) return 'Maybe write {} for its defaults.';
  if (value === false && listed.includes('off')) return 'Maybe you meant "off".';
  if (value === null) return 'Maybe write its value, or leave the whole line out.';
  return undefined;
}
