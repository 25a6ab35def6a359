import { Refusal } from '../../../problems/problem.ts';
import type { Needed } from '../needed.ts';
import { type Condition, MOST_TEXTS } from '../only.ts';
import { sourceMaybes, sourceProblems } from '../problems.ts';
import type { Rest } from './rest.ts';

/** Rows that are asked for at a time; most servers give fewer. */
const ASKED = 10_000;

/** Which rows of a table are asked for, and what its columns are there. */
interface Asked {
  readonly conditions: readonly Condition[];
  readonly typeOf: (column: string) => string | undefined;
}

/** Cells as the database writes them, but for amounts: as texts they have the sign of a currency, and its commas. */
const readAs = (type: string | undefined): string => (type === 'money' ? 'numeric' : 'text');

/**
 * All rows of a table, page by page in the order of its key. How many a page has is the server's affair: the next one
 * begins after the last row of this one, until as many came as the server counted. The count is asked for again at the
 * end, so that neither a cap nor a write between two pages can leave out a row in silence.
 *
 * @throws Refusal where what comes is not what was counted.
 */
export async function allRows(
  rest: Rest,
  table: string,
  needed: Needed,
  { conditions, typeOf }: Asked,
): Promise<string[][]> {
  const during = `reading ${table}`;
  if (needed.key.length === 0) throw refusal(sourceProblems.noKey(table), sourceMaybes.view());
  const asked = conditions.map(conditionText);
  const path = (more: readonly string[]) => `/${encodeURIComponent(table)}?${[...more, ...asked].join('&')}`;
  const cells = `select=${encodeURIComponent(needed.columns.map((name) => `${quoted(name)}::${readAs(typeOf(name))}`).join(','))}`;
  const order = `order=${encodeURIComponent(needed.key.map(({ name }) => `${quoted(name)}.asc`).join(','))}`;
  const page = [cells, order, `limit=${ASKED}`];
  const first = await rest.ask(path(page), during, { count: true });
  const { total } = first;
  if (total === undefined) throw refusal(sourceProblems.noCount(rest.where, table));
  const rows = rowsOf(first.body, table, needed);
  while (rows.length < total) {
    const after = afterRow(rows.at(-1), table, needed);
    if (after === undefined) break;
    const more = rowsOf((await rest.ask(path([...page, after]), during)).body, table, needed);
    if (more.length === 0) break;
    for (const row of more) rows.push(row);
  }
  if (rows.length !== total) throw refusal(sourceProblems.otherCount(table, total, rows.length), sourceMaybes.again());
  await sameAtTheEnd(rest, table, { path, cells, order, needed, last: rows.at(-1), total });
  return rows;
}

/** The most letters of a condition: an address cannot be of any length. */
const LONGEST_LIST = 2_000;

/** As many of the texts as an address can hold: a row of another one comes, and is of no office that counts. */
function within(texts: readonly string[]): readonly string[] {
  let letters = 0;
  return texts.filter((text, at) => {
    letters += encodeURIComponent(text).length;
    return at === 0 || letters <= LONGEST_LIST;
  });
}

/** A condition as the interface takes it. */
function conditionText({ column, is }: Condition): string {
  const name = quoted(column);
  const holds =
    'none' in is ? `${name}.not.in.(${within(is.none.map(quoted)).join(',')})` : `${name}.gte.${quoted(is.least)}`;
  return `or=${encodeURIComponent(`(${name}.is.null,${holds})`)}`;
}

/** The texts that stand in a column, each once: the least, then the next greater one until there is none. */
export async function textsIn(rest: Rest, table: string, column: string): Promise<readonly string[]> {
  const name = quoted(column);
  const path = `/${encodeURIComponent(table)}?select=${encodeURIComponent(`${name}::text`)}&order=${encodeURIComponent(`${name}.asc`)}&limit=1`;
  const texts: string[] = [];
  while (texts.length < MOST_TEXTS) {
    const last = texts.at(-1);
    const next = last === undefined ? `${name}.not.is.null` : `${name}.gt.${quoted(last)}`;
    const { body } = await rest.ask(`${path}&or=${encodeURIComponent(`(${next})`)}`, `reading ${table}`);
    const text = Array.isArray(body) ? (body[0] as Readonly<Record<string, unknown>> | undefined)?.[column] : undefined;
    if (typeof text !== 'string' || texts.includes(text)) break;
    texts.push(text);
  }
  return texts;
}

/** How many rows a table has that are not asked for; none where all are. */
export async function notAsked(rest: Rest, table: string, came: number): Promise<number> {
  const { total = came } = await rest.ask(`/${encodeURIComponent(table)}?limit=1`, `counting ${table}`, {
    count: true,
  });
  return total - came;
}

interface End {
  readonly path: (more: readonly string[]) => string;
  readonly cells: string;
  readonly order: string;
  readonly needed: Needed;
  readonly last: readonly string[] | undefined;
  readonly total: number;
}

/** Nothing stands after the last row, and the count is what it was: otherwise somebody wrote, or the count is wrong. */
async function sameAtTheEnd(
  rest: Rest,
  table: string,
  { path, cells, order, needed, last, total }: End,
): Promise<void> {
  const during = `counting ${table}`;
  const after = afterRow(last, table, needed);
  if (after !== undefined) {
    const beyond = rowsOf((await rest.ask(path([cells, order, 'limit=1', after]), during)).body, table, needed);
    if (beyond.length > 0) throw refusal(sourceProblems.moreRows(table, total), sourceMaybes.again());
  }
  const again = await rest.ask(path([cells, order, 'limit=1']), during, { count: true });
  if (again.total !== total)
    throw refusal(sourceProblems.changed(table, total, again.total ?? 0), sourceMaybes.again());
}

/** The condition that a row stands after another, in the order of the key. */
function afterRow(row: readonly string[] | undefined, table: string, { key }: Needed): string | undefined {
  if (row === undefined) return undefined;
  const parts = key.map(({ name, at }) => ({ name: quoted(name), value: row[at] ?? '', column: name }));
  const empty = parts.find(({ value }) => value === '');
  if (empty !== undefined) throw refusal(sourceProblems.emptyKey(table, empty.column), sourceMaybes.view());
  const same = (many: typeof parts) => many.map(({ name, value }) => `${name}.eq.${quoted(value)}`);
  const choices = parts.map(({ name, value }, at) => {
    const conditions = [...same(parts.slice(0, at)), `${name}.gt.${quoted(value)}`];
    return conditions.length === 1 ? conditions[0] : `and(${conditions.join(',')})`;
  });
  return `or=${encodeURIComponent(`(${choices.join(',')})`)}`;
}

function rowsOf(body: unknown, table: string, { columns }: Needed): string[][] {
  if (!Array.isArray(body)) throw refusal(sourceProblems.notRows(table));
  return body.map((row: Readonly<Record<string, unknown>>) =>
    columns.map((name) => {
      const cell = row[name] ?? '';
      return typeof cell === 'string' ? cell : JSON.stringify(cell);
    }),
  );
}

/** A name or a value as the interface takes it, whatever letters it has. */
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;

const refusal = (message: string, maybe?: string): Refusal =>
  new Refusal([{ message, path: ['data'], ...(maybe !== undefined && { maybe }) }]);
