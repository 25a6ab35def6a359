import { formatOf, readCell } from '../../tables/cells/cells.ts';
import { listed } from '../../tables/problems.ts';
import type { Column, Reference, TableSpec } from '../../tables/table.ts';

/** A kind of problem, as far as its tables need it. */
export interface KindOfTables {
  readonly kind: string;
  readonly title: string;
  readonly tables: readonly TableSpec[];
  /** Where the tables come from when a scenario does not say: `inline` means that they stand in it. */
  readonly data?: 'inline';
}

/**
 * What each table of a kind holds, for a terminal: its rows, its key, and the format of each column.
 *
 * @example
 * tablesText(domainOf('rotation')).split('\n')[0] // 'Prime-time spots (kind: rotation)'
 */
export function tablesText(kind: KindOfTables): string {
  const blocks = kind.tables.map((spec) => {
    const facts = factsOf(spec).map((fact) => `  ${plain(fact)}`);
    const columns = columnsOf(spec).map(({ name, needed, format, text }) => {
      return `    ${name}: ${sentence(format)} ${needed === 'no' ? 'Not needed.' : `Needed${needed.slice(3)}.`} ${plain(text)}`;
    });
    return [`${spec.name}.csv: ${spec.description}`, ...facts, '  Columns:', ...columns].join('\n');
  });
  return `${kind.title} (kind: ${kind.kind})\n\n${blocks.join('\n\n')}\n`;
}

/**
 * The tables of several kinds as one Markdown page.
 *
 * @example
 * tablesMarkdown([domainOf('rotation')]).split('\n')[0] // '# Tables'
 */
export function tablesMarkdown(kinds: readonly KindOfTables[]): string {
  const parts = kinds.flatMap((kind) => [
    `## ${kind.title} (kind: ${kind.kind})`,
    overview(kind.tables),
    ...(kind.data === 'inline' ? [INLINE] : []),
    ...kind.tables.flatMap(sectionOf),
  ]);
  return `${['# Tables', ...INTRO, ...parts].join('\n\n')}\n`;
}

const INTRO = [
  'What the data of each kind of problem hold. Written by `evenhand data tables --markdown` from the tables themselves; the tables of your own kind are printed by `evenhand data tables ./errands.ts`.',
  'Each table is one CSV file in the folder that a scenario names with `data: {dir: my-data}`. The file has the name of the table (`vehicles.csv`), is saved as CSV, and its first line names the columns, in any order and letter case; blanks and hyphens count as underscores. Columns that are not in these lists are not read, but a column or a file whose name is nearly one of these is an error: with it all that it forbids would be ignored. `evenhand data check my-data` lists every row that cannot be used, with its line and the reason. The tables may as well be sheets of a workbook, Parquet files, or those of a database: [data.md](data.md).',
  '- **A table permits** when each of its rows makes more schedules possible: a car, a partner, a spot. A row that cannot be used is left out. The run goes on, and the table `quarantine` of the run lists the row and the reason.\n- **A table restricts** when each of its rows forbids something or sets a limit: a holiday, a budget, a loan that occupies a car. Without such a row the schedule could break what the row says, so that a row that cannot be used stops the run (exit code 2). Correct the row. Or say in writing that it may be left out, with `data: {dir: my-data, unreadable: leave_out}`: then the run says that it is not proven for your data.\n- **The key** names one thing. Two rows with the same key that say the same are one row. Two rows with the same key that differ contradict each other: this stops the run in every table, unless it is noted otherwise.\n- **A name that refers to another table** may not differ from the name there by letter case, blanks, hyphens, look-alike letters or leading zeros alone: this stops the run, too. In what restricts, neither may it be one letter off, nor a word for all, such as `*`. Of one name that stands in many rows (a make, an advertiser, a category) there is one spelling only.',
  '**How files are read.** CSV in UTF-8, or UTF-16 with a byte order mark; any line ends. Cells stand between commas, or between what a first line such as `sep=;` names, or between semicolons, tabs or bars where the names of columns have no comma between them; a note says so. UTF-16 with tabs, which spreadsheets call "Unicode text", is read too. Other encodings, and workbooks and archives with the ending .csv, are refused with the way out. An id written as `="00101"` is 00101.',
  '**How cells are read.** Letters that nobody sees, blanks that do not break, and blanks at the ends of a cell are no part of a name.\n- *Dates*: `2025-09-22`, also with a time; `20250922`; `22 Sep 2025`; `9/22/2025`, where no other reading is possible or other cells of the column tell which number is the month; the day numbers of spreadsheets, such as 45922. *Times*: `20:14`, `8:14 pm`, and hours from 24, such as 25:30, for a night that belongs to the day before, where a column does not speak of the day itself.\n- *Numbers*: `2151`, `2,151`, and `1.234,50` where the column tells that commas are decimal. *Money*: `$1,234.50`; a dash alone is 0; a credit is `(250.00)`, `-250.00`, `250.00-` or `250.00 CR`. A dash in place of a count is refused, for it may mean 0 or no value: write 0, or leave the cell empty.\n- *Lists*: words with commas, semicolons or `|` between, also `{a,b}` and `["a","b"]`.\n- *Nothing*: an empty cell. `NULL` and `\\N`, which databases write, are read as empty.',
  'What had to be assumed (two-digit years, day numbers, decimal commas, `NULL`) stands in a note of the run. What may mean two things is refused, and so is what lost its meaning on the way: `1.23E+11` for an id, `#N/A`, `#REF!`.',
  'In the lists of columns, `yes` under *needed* means that the first line of the file must name the column and that its cells must hold something. Where it says `no`, the column may be absent, and its cells may be empty.',
] as const;

const INLINE =
  'These tables may also stand in the scenario itself, each as a list of rows under the name of the table. Then a row that cannot be used is shown at its line of the scenario.';

function overview(tables: readonly TableSpec[]): string {
  const rows = tables.map(
    (spec) =>
      `| [\`${spec.name}\`](#${spec.name}) | ${spec.required ? 'required' : 'optional'} | ${verb(spec)} | ${cell(spec.description)} |`,
  );
  return ['| table | file | its rows | what it is |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function sectionOf(spec: TableSpec): readonly string[] {
  const rows = columnsOf(spec).map(
    ({ name, needed, format, text }) => `| \`${name}\` | ${needed} | ${cell(format)} | ${cell(text)} |`,
  );
  const table = ['| column | needed | format | what it is |', '| --- | --- | --- | --- |', ...rows];
  const facts = factsOf(spec).map((fact) => `- ${fact}`);
  return [`### ${spec.name}`, spec.description, facts.join('\n'), table.join('\n')];
}

const verb = ({ rows }: TableSpec): 'permit' | 'restrict' => rows ?? 'restrict';

/** What is true of a table as a whole, each in a sentence. */
function factsOf(spec: TableSpec): readonly string[] {
  const { name, required, key, once, periods } = spec;
  const permits = verb(spec) === 'permit';
  const facts = [
    required ? `The file \`${name}.csv\` is required.` : `The file \`${name}.csv\` is optional.`,
    permits
      ? 'Its rows permit: a row that cannot be used is left out.'
      : 'Its rows restrict: a row that cannot be used stops the run.',
    `The key is ${listed(codes(key), 'and')}${key.length > 1 ? ', taken together' : ''}.`,
  ];
  if (once && permits)
    facts.push(
      'Of several rows with the same key one is used, whatever their order in the file, and the others are left out.',
    );
  else if (once) facts.push('Two rows with the same key are a mistake, even if they say the same.');
  if (periods !== undefined)
    facts.push(
      `Two periods of one \`${periods.of}\` (from \`${periods.from}\` to \`${periods.to}\`) should not overlap: a note names those that do.`,
    );
  return facts;
}

interface ColumnText {
  readonly name: string;
  readonly needed: string;
  readonly format: string;
  readonly text: string;
}

function columnsOf({ columns, refers = {}, row }: TableSpec): readonly ColumnText[] {
  return Object.entries<Column>(columns).map(([name, column]) => {
    const mayBeEmpty = 'value' in readCell(column.schema, '');
    const needed = column.required || !mayBeEmpty;
    return {
      name,
      // Where the table itself judges its rows, it may refuse an empty cell that the column would read.
      needed: needed ? (mayBeEmpty && row === undefined ? 'yes; cells may be empty' : 'yes') : 'no',
      format: formatOf(column.schema),
      text: [sentence(column.description), ...aliasesOf(column), ...referenceOf(refers[name])].join(' '),
    };
  });
}

function aliasesOf({ aliases = [], alternatives = {} }: Column): readonly string[] {
  const others = Object.entries(alternatives).map(([name, schema]) => `As \`${name}\` it is: ${formatOf(schema)}.`);
  return [...(aliases.length === 0 ? [] : [`The header may also call it ${listed(codes(aliases))}.`]), ...others];
}

function referenceOf(reference: Reference | undefined): readonly string[] {
  if (reference === undefined) return [];
  const anyCase = reference.anyCase ? ', in any letter case' : '';
  const said = {
    told: ' A name that is not there is noted.',
    refused: ' A name that is not there is an error.',
    fine: '',
  };
  const unknown = said[reference.unknown];
  return [`Refers to ${listed(codes(reference.to))}${anyCase}.${unknown}`];
}

const codes = (names: readonly string[]): readonly string[] => names.map((name) => `\`${name}\``);

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Text without the marks of code, for a terminal. */
const plain = (text: string): string => text.replaceAll('`', '');

/** Text for a cell of a Markdown table. */
const cell = (text: string): string => text.replaceAll('|', '\\|');
