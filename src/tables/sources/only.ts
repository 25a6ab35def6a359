import { type Problem, Refusal } from '../../problems/problem.ts';
import type { TableSpec } from '../table.ts';
import { sourceMaybes, sourceProblems } from './problems.ts';

/** Which rows a scenario asks a database for; where nothing is said, for all. */
export interface Only {
  /** Rows of these offices, and those that name none. */
  readonly office?: string | readonly string[] | undefined;
  /** Rows whose last day is not before this one, and those that have none. */
  readonly since?: string | undefined;
}

/** A condition on one column: what its cells must be, or be empty. */
export interface Condition {
  readonly column: string;
  readonly is: { readonly among: readonly string[] } | { readonly least: string };
}

/** What is asked of rows where no table of the kind could answer: it would change nothing. */
export function withoutEffect(specs: readonly TableSpec[], only: Only): readonly Problem[] {
  const asked = [
    { key: 'office', is: only.office !== undefined && specs.every(({ office }) => office === undefined) },
    { key: 'since', is: only.since !== undefined && specs.every(({ until }) => until === undefined) },
  ];
  return asked
    .filter(({ is }) => is)
    .map(({ key }) => ({ message: sourceProblems.noneKnows(key), path: ['data'], maybe: sourceMaybes.leaveOut(key) }));
}

/** A table of a database as far as conditions need it. */
interface There {
  /** As messages name it. */
  readonly file: string;
  /** What a column of ours is called there; undefined where it is not there. */
  readonly nameOf: (column: string) => string | undefined;
  readonly typeOf: (column: string) => string | undefined;
}

/** Types of PostgreSQL that know an order of days; as texts 9/22/2025 would be after 2024. */
const DAYS = /^(?:date|timestamp)/;

/**
 * What a scenario asks of the rows of a table, by the columns that the table says hold offices and last days.
 *
 * @throws Refusal where days are asked for and the column holds texts.
 */
export function conditionsOf(
  { office, until }: TableSpec,
  only: Only,
  { file, nameOf, typeOf }: There,
): readonly Condition[] {
  const own = office === undefined || only.office === undefined ? undefined : nameOf(office);
  const last = until === undefined || only.since === undefined ? undefined : nameOf(until);
  const type = last === undefined ? '' : (typeOf(last) ?? 'text');
  if (last !== undefined && !DAYS.test(type)) {
    const message = sourceProblems.noDates(file, last, type);
    throw new Refusal([{ message, path: ['data'], maybe: sourceMaybes.since() }]);
  }
  return [
    ...(own === undefined ? [] : [{ column: own, is: { among: [only.office!].flat() } }]),
    ...(last === undefined ? [] : [{ column: last, is: { least: only.since! } }]),
  ];
}
