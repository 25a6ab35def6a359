import type { Domain, Tables } from '../domain.ts';
import { nearest } from '../problems/nearest.ts';
import { Refusal } from '../problems/problem.ts';
import type { Fields, Settings } from '../scenario/scenario.ts';
import { codeWords, readerOf } from '../scenario/shape/row-fields.ts';
import { fold } from '../tables/names.ts';
import { callName, nameAndCode } from '../text/call-name.ts';

/** A kind, and one question of it: all that names are looked up in. */
export interface Named {
  readonly domain: Domain;
  readonly settings: Settings;
  readonly tables: Tables;
  /** The fields by which rows can be asked for. */
  readonly fields: readonly string[];
  /** The values of a field that candidates have, for fields that no table lists. */
  readonly values?: (field: string) => ReadonlySet<string>;
}

/** So many candidates of an ambiguous name are listed. */
const LISTED = 6;

/**
 * Fields as a person writes them, in the codes of the tables: `partner=Cleo` is `person_id=102`, and
 * `car="Audi A3 (V1)"` is `vin=V1`. A field may be called by its noun or by the column that holds its name. What is a
 * code already, and what has no names, stays as it is. Letter case does not matter where one thing alone is meant.
 *
 * @throws Refusal where a name is that of several things, with all of them, or of none.
 */
export function resolveNames(fields: Fields, named: Named): Fields {
  const entries = Object.entries(fields).map(([word, text]): readonly [string, string, string] => {
    const column = columnOf(word, named);
    return [column, codeOf(column, text, word, named), word];
  });
  const twice = entries.find(([name], at) => entries.findIndex(([other]) => other === name) < at);
  if (twice !== undefined)
    throw new Refusal([{ message: `${twice[0]} is said twice, once as ${twice[2]}`, maybe: 'Maybe say it once.' }]);
  return Object.fromEntries(entries.map(([name, code]) => [name, code]));
}

/** The column that a word means: itself, a noun, or the name that its own table has for it, in any letter case. */
function columnOf(word: string, { domain, fields }: Named): string {
  const { words = {} } = domain.schedule;
  if (fields.includes(word)) return word;
  if (Object.hasOwn(words, word)) return words[word]!;
  const own = fields.map((name) => [name, name] as const);
  const known = [...own, ...Object.entries(words), ...Object.entries(codeWords(domain))];
  const meant = new Set(known.filter(([name]) => plain(name) === plain(word)).map(([, column]) => column));
  return meant.size === 1 ? [...meant][0]! : word;
}

function codeOf(column: string, text: string, word: string, named: Named): string {
  const { schedule } = named.domain;
  const codes = codesOf(column, named);
  if (codes.has(text)) return text;
  const spelt = readerOf(named.domain, column)(text);
  if (codes.has(spelt)) return spelt;
  const known = named.values?.(column) ?? new Set();
  if (known.has(text)) return text;
  const alike = [...new Set([...codes, ...known])].filter((own) => fold(own) === fold(text));
  if (alike.length === 1) return alike[0]!;
  if (schedule.called === undefined || !Object.hasOwn(schedule.called, column)) return text;
  const [, name = '', code = ''] = /^(.+) \(([^()]+)\)$/.exec(text) ?? [];
  const names = namesOf(column, schedule.called[column]!, codes, named);
  if (codes.has(code) && plain(names.get(code) ?? '') === plain(name)) return code;
  const found = [...names].filter(([, own]) => plain(own) === plain(text));
  const near = found.length > 0 ? found : [...names].filter(([, own]) => wordsOf(own).includes(wordsOf(text)));
  const [first, ...others] = near;
  // What nobody is called stays as it was written: it is for the explanation to say that there is no such code.
  if (first === undefined) return unknown(text, word, names, column === word);
  if (others.length === 0) return first[0];
  const listed = near.slice(0, LISTED).map(([own, called]) => nameAndCode(called, own));
  const more = near.length > LISTED ? ` and ${near.length - LISTED} more` : '';
  throw new Refusal([
    {
      message: `${word} "${text}" is one of ${near.length}: ${listed.join(', ')}${more}`,
      maybe: `Maybe ${column}=${first[0]}, or the whole name with the code behind it.`,
    },
  ]);
}

function unknown(text: string, word: string, names: ReadonlyMap<string, string>, isField: boolean): string {
  if (isField) return text;
  const alike = nearest(text, [...new Set(names.values())]);
  throw new Refusal([
    {
      message: `there is no ${word} called "${text}"`,
      maybe:
        alike === undefined ? 'Maybe it is of another office, or spelled otherwise.' : `Maybe you meant "${alike}".`,
    },
  ]);
}

/** All codes of a column: the keys of the table that it names rows of. */
function codesOf(column: string, { domain, tables }: Named): ReadonlySet<string> {
  const table = domain.schedule.tables?.[column];
  const key = domain.tables.find(({ name }) => name === table)?.key[0];
  const rows = table === undefined ? [] : (tables[table]?.rows ?? []);
  return new Set(key === undefined ? [] : rows.map((row) => String(row[key])));
}

/**
 * What people call each code. Only the auditor knows which columns of which table that is: it is given a schedule with
 * one row for each code, whose other columns do not matter, and writes the names into its result table.
 */
function namesOf(
  column: string,
  called: readonly string[],
  codes: ReadonlySet<string>,
  named: Named,
): ReadonlyMap<string, string> {
  const { domain, settings, tables } = named;
  const { table, key, place, derived = [] } = domain.schedule;
  const columns = [...key, ...place].filter((each) => !derived.includes(each));
  const some = Object.fromEntries(columns.map((each) => [each, [...codesOf(each, named)][0] ?? '']));
  const row = (code: string, at: number) => ({
    ...some,
    ...Object.fromEntries(derived.map((each) => [each, at + 1])),
    [column]: code,
  });
  const audited = domain.audit(settings, tables, [...codes].map(row)).tables[table];
  const at = (name: string) => audited?.columns.findIndex((each) => each.name === name) ?? -1;
  const [own, places] = [at(column), called.map(at).filter((place) => place >= 0)];
  const names = new Map<string, string>();
  for (const row of own < 0 ? [] : (audited?.rows ?? [])) {
    const name = callName(places.map((place) => row[place]));
    if (name !== '') names.set(String(row[own]), name);
  }
  return names;
}

/** A name without what spellings differ in: letter case, marks, blanks. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Whole words between blanks, so that "Cleo" is found in "Cleo Larkmead" and "leo" is not. */
const wordsOf = (text: string): string =>
  ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
