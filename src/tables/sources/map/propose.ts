import { stringify } from 'yaml';
import type { RawTable, TableSpec } from '../../table.ts';
import type { DataSource } from '../source.ts';
import { type Mapped, proposed } from './map.ts';
import { strangersIn } from './strangers.ts';

/** What a kind knows of its tables. */
interface Kind {
  readonly tables: readonly TableSpec[];
  readonly sample: (seed: number) => readonly RawTable[];
}

/**
 * Which tables and columns of a source with other names are likely those of a kind: lines for a scenario, and comments
 * that say why, and what is missing. A person looks at it before it is used.
 *
 * @throws Refusal where the source cannot be read.
 * @example
 * const text = await proposeColumns(domainOf('rotation'), { sample: 1 });
 * text.split('\n')[0] // '# What is called otherwise there, for data: in a scenario. Look at each line before you use it.'
 */
export async function proposeColumns(kind: Kind, source: DataSource): Promise<string> {
  const strangers = await strangersIn(source, kind.sample);
  const mapped = proposed(kind.tables, strangers);
  const found = mapped.filter(({ there }) => there !== undefined);
  const tables = found.filter(({ table, there }) => table !== there).map(({ table, there }) => [table, there]);
  const columns = found.flatMap((one) => {
    const own = one.columns.filter(({ column, there }) => there !== undefined && there !== column);
    return own.length === 0 ? [] : [[one.table, Object.fromEntries(own.map(({ column, there }) => [column, there]))]];
  });
  const lines = {
    ...(tables.length > 0 && { tables: Object.fromEntries(tables) }),
    ...(columns.length > 0 && { columns: Object.fromEntries(columns) }),
  };
  const used = new Set(found.map(({ there }) => there));
  const others = strangers.filter(({ name }) => !used.has(name)).map(({ name }) => name);
  return [
    '# What is called otherwise there, for data: in a scenario. Look at each line before you use it.',
    ...(Object.keys(lines).length === 0
      ? ['# Nothing is called otherwise.']
      : [stringify(lines, { lineWidth: 0 }).trimEnd()]),
    '',
    ...mapped.flatMap(explained),
    ...(others.length === 0 ? [] : [`# not ours, as it seems: ${others.join(', ')}`]),
    '',
  ].join('\n');
}

function explained({ table, required, there, columns }: Mapped): readonly string[] {
  if (there === undefined) return [`# ${table}: no table looks like it${required ? ', and it is needed' : ''}`];
  const named = columns.filter((one) => one.there !== undefined && one.there !== one.column);
  const missing = columns.filter((one) => one.there === undefined && one.required).map(({ column }) => column);
  return [
    `# ${table}: ${there === table ? 'is there' : `likely ${there}`}`,
    ...named.map((one) => `#   ${one.column}: likely ${one.there} (${one.why})`),
    ...(missing.length === 0 ? [] : [`#   needed, and nothing looks like it: ${missing.join(', ')}`]),
  ];
}
