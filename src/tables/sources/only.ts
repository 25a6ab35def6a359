import { type Problem, Refusal } from '../../problems/problem.ts';
import { fold, isOneLetterOff, plainOf } from '../names.ts';
import type { TableSpec } from '../table.ts';
import { sourceMaybes, sourceProblems } from './problems.ts';

/** Which rows a scenario asks a database for; where nothing is said, for all. */
export interface Only {
  /** Rows of these offices, and those that name none. */
  readonly office?: string | readonly string[] | undefined;
  /** Rows whose last day is not before this one, and those that have none. */
  readonly since?: string | undefined;
}

/** A condition on one column: which texts its cells must not be, or what they must be at least; or they are empty. */
export interface Condition {
  readonly column: string;
  readonly is: { readonly none: readonly string[] } | { readonly least: string };
}

/** The most texts of a column that are told apart: what is told beyond them is read. */
export const MOST_TEXTS = 500;

/** The texts that stand in a column of ours, each once; none where the column is not there. */
export type TextsIn = (table: string, column: string) => Promise<readonly string[]>;

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
 * What a scenario asks of the rows of a table, by the columns that the table says hold offices and last days. A database
 * does not read names as we do: "LOS  ANGELES" is no office of its own there. So the texts that stand in the column are
 * asked for first, and only rows of what is surely another office are left out. All others are judged as those of a file
 * are, for a row that restricts is an error there where its office is misspelt.
 *
 * @throws Refusal where days are asked for and the column holds texts.
 */
export async function conditionsOf(
  spec: TableSpec,
  only: Only,
  { file, nameOf, typeOf }: There,
  textsIn: TextsIn,
): Promise<readonly Condition[]> {
  const { office, until } = spec;
  const own = office === undefined || only.office === undefined ? undefined : nameOf(office);
  const last = until === undefined || only.since === undefined ? undefined : nameOf(until);
  const type = last === undefined ? '' : (typeOf(last) ?? 'text');
  if (last !== undefined && !DAYS.test(type)) {
    const message = sourceProblems.noDates(file, last, type);
    throw new Refusal([{ message, path: ['data'], maybe: sourceMaybes.since() }]);
  }
  const none = own === undefined ? [] : await otherOffices(spec, office!, [only.office!].flat(), textsIn);
  return [
    ...(none.length === 0 ? [] : [{ column: own!, is: { none } }]),
    ...(last === undefined ? [] : [{ column: last, is: { least: only.since! } }]),
  ];
}

/** The texts of a column of offices that are surely none of those that are asked for. */
async function otherOffices(
  { name, refers = {} }: TableSpec,
  column: string,
  asked: readonly string[],
  textsIn: TextsIn,
): Promise<readonly string[]> {
  const reference = refers[column];
  const known = new Set<string>();
  // Where a name that no other table knows is an error, such a row must come for the error to be told.
  const isJudged = reference?.unknown === 'refused';
  for (const one of isJudged ? reference.to : []) {
    const [table = '', there = ''] = one.split('.');
    for (const text of await textsIn(table, there)) known.add(text.trim());
  }
  const isAsked = (text: string) =>
    asked.some((one) => fold(one) === fold(text) || isOneLetterOff(plainOf(text), plainOf(one)));
  return (await textsIn(name, column)).filter((text) => {
    const office = text.trim();
    return office !== '' && !isAsked(office) && (!isJudged || known.has(office));
  });
}
