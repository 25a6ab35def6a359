import { type Command, Option } from 'commander';
import type { ExportOptions, ImportFileOptions } from '../actions/data.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { seed } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand data export --out my-data
  evenhand data check my-data
  evenhand data copy my-data fleet.xlsx
  evenhand data check --help
`;

const EXPORT_EXAMPLES = `
Examples:
  evenhand data export --out my-data
  evenhand data export --out my-data.xlsx --format xlsx
  evenhand data export --out my-data --seed 7 --replace
  evenhand data export --out my-station --kind rotation
`;

const CHECK_EXAMPLES = `
Examples:
  evenhand data check my-data
  evenhand data check fleet.xlsx
  evenhand data check postgres:fleet
  evenhand data check week.yaml           # a scenario that says what their-folder calls tables and columns
  evenhand data check my-station --kind rotation

Exit code: 0 every row can be used, 2 some or all cannot.
`;

const SOURCES = `
A source is one of:
  my-data              a folder of CSV files, or of Parquet files
  fleet.xlsx           a workbook with a sheet for each table
  postgres             the database whose address is in the variable DATABASE_URL
  postgres:fleet       its schema "fleet"
  env:MY_DATABASE      the database whose address is in that variable
  supabase             the project of SUPABASE_URL, with the key in SUPABASE_KEY
  sample, sample:7     the sample data, of seed 1 or 7
  week.yaml            what this scenario says (data check and data map)
Before what is not there yet, say its form: parquet:my-folder.
`;

const COPY_EXAMPLES = `
Examples:
  evenhand data copy sample postgres
  evenhand data copy supabase my-data
  evenhand data copy my-data fleet.xlsx
  evenhand data copy fleet.xlsx parquet:fleet --replace
`;

const SCHEMA_EXAMPLES = `
Examples:
  evenhand data schema --sql > tables.sql
  evenhand data schema rotation --sql --schema station
`;

const MAP_EXAMPLES = `
Examples:
  evenhand data map postgres:fleet
  evenhand data map their-book.xlsx
  evenhand data map their-folder          # CSV files of other names, with other columns
`;

const TABLES_EXAMPLES = `
Examples:
  evenhand data tables loans
  evenhand data tables ./errands.ts
  evenhand data tables --markdown > docs/tables.md
`;

const KIND =
  'the kind of problem: loans, rotation, courses or posts, or the module of your own, as in ./errands.ts, whose code this runs';

/** `evenhand data` with all that it does. */
export function addData(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const data = program
    .command('data')
    .summary('check, copy and export data, explain the tables')
    .description('Checks your data wherever they are, copies them from place to place, and explains the tables.')
    .addHelpText('after', EXAMPLES);
  addExport(data, io, finish);
  addCheck(data, io, finish);
  addCopy(data, io, finish);
  addMap(data, io, finish);
  addSchema(data, io, finish);
  addImport(data, io, finish);
  addTables(data, io, finish);
}

const IMPORT_EXAMPLES = `
Examples:
  evenhand data import comp01.ctt --format itc2007 --out comp01
  evenhand run comp01/comp01.yaml
  evenhand audit comp01/comp01.yaml --schedule comp01.sol
`;

type Add = (data: Command, io: Io, finish: (code: ExitCode) => void) => void;

const addExport: Add = (data, io, finish) => {
  data
    .command('export')
    .description('Writes the sample tables, to look at or to start your own from.')
    .requiredOption('--out <path>', 'a new or empty folder, or a workbook (.xlsx)')
    .option('--seed <number>', 'another sample of the same shape', seed, 1)
    .option('--kind <kind>', KIND, 'loans')
    .addOption(new Option('--format <format>', 'what is written').choices(['csv', 'xlsx', 'parquet']).default('csv'))
    .option('--replace', 'replace what is there')
    .addHelpText('after', EXPORT_EXAMPLES)
    .action(async (options: ExportOptions) => {
      const { exportData } = await import('../actions/data.ts');
      finish(await exportData(options, io));
    });
};

const addImport: Add = (data, io, finish) => {
  data
    .command('import')
    .description('Reads a file of another program: writes its tables, and a scenario beside them.')
    .argument('<file>', 'the file')
    .requiredOption('--format <name>', 'what the file is; an unknown one lists those that there are')
    .requiredOption('--out <folder>', 'a new or empty folder')
    .option('--kind <kind>', KIND, 'courses')
    .option('--replace', 'replace what is there')
    .addHelpText('after', IMPORT_EXAMPLES)
    .action(async (file: string, options: ImportFileOptions) => {
      const { importData } = await import('../actions/data.ts');
      finish(await importData(file, options, io));
    });
};

const addCheck: Add = (data, io, finish) => {
  data
    .command('check')
    .description('Reads the tables of a source and lists every row that cannot be used, with its place and the reason.')
    .argument('<source>', 'a folder, a workbook, a database, a scenario')
    .option('--kind <kind>', `${KIND}; otherwise the one whose tables are there`)
    .addHelpText('after', CHECK_EXAMPLES + SOURCES)
    .action(async (source: string, { kind }: { kind?: string }) => {
      const { checkData } = await import('../actions/data.ts');
      finish(await checkData(source, kind, io));
    });
};

const addCopy: Add = (data, io, finish) => {
  data
    .command('copy')
    .description('Copies the tables from one source to another: all of them arrive, or none.')
    .argument('<from>', 'where the tables are')
    .argument('<to>', 'where they go: a folder, a workbook, a database of PostgreSQL')
    .option('--kind <kind>', KIND, 'loans')
    .option('--replace', 'replace what is there')
    .addHelpText('after', COPY_EXAMPLES + SOURCES)
    .action(async (from: string, to: string, options: { kind: string; replace?: true }) => {
      const { copyData } = await import('../actions/data.ts');
      finish(await copyData(from, to, options, io));
    });
};

const addMap: Add = (data, io, finish) => {
  data
    .command('map')
    .description('Proposes which tables and columns of a source with other names are ours, as lines for a scenario.')
    .argument('<source>', 'a folder, a workbook, a database, a scenario')
    .option('--kind <kind>', KIND, 'loans')
    .addHelpText('after', MAP_EXAMPLES + SOURCES)
    .action(async (source: string, { kind }: { kind: string }) => {
      const { mapData } = await import('../actions/data.ts');
      finish(await mapData(source, kind, io));
    });
};

const addSchema: Add = (data, io, finish) => {
  data
    .command('schema')
    .description('Prints the statements that make the tables of a kind in PostgreSQL.')
    .argument('[kind]', KIND, 'loans')
    .option('--sql', 'as SQL for PostgreSQL (the default)')
    .option('--schema <name>', 'the schema of the tables', 'public')
    .addHelpText('after', SCHEMA_EXAMPLES)
    .action(async (kind: string, { schema }: { schema: string }) => {
      const { schemaData } = await import('../actions/data.ts');
      finish(await schemaData(kind, schema, io));
    });
};

const addTables: Add = (data, io, finish) => {
  data
    .command('tables')
    .description('Explains the tables of a kind of problem: what their rows do, and the format of each column.')
    .argument('[kind]', `${KIND}; otherwise all`)
    .option('--kind <kind>', 'the same')
    .option('--markdown', 'as Markdown')
    .addHelpText('after', TABLES_EXAMPLES)
    .action(async (word: string | undefined, { kind = word, markdown }: { kind?: string; markdown?: true }) => {
      const { explainTables } = await import('../actions/data.ts');
      finish(await explainTables(kind, markdown === true, io));
    });
};
