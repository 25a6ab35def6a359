/** Every sentence about sources that are no folder of files, side by side. */
export const sourceProblems = {
  noVariable: (name: string) => `the environment has no variable "${name}"`,
  badUrl: (kind: string) => `the address of the database is not one of ${kind}`,
  badLetters: () => 'the address of the database has letters in its password or its name that an address cannot hold',
  unreachable: (where: string, why: string) => `cannot reach ${where}: ${why}`,
  refusedLogin: (where: string, why: string) => `${where} does not let this user in: ${why}`,
  cut: (where: string, during: string, why: string) =>
    `the connection to ${where} was cut while ${during}: ${why}; nothing of it is used`,
  tooSlow: (where: string, during: string, seconds: number) =>
    `${where} took more than ${seconds} seconds while ${during}`,
  refused: (where: string, during: string, why: string) => `${where} refused while ${during}: ${why}`,
  noTable: (table: string, there: string, where: string) => `no table "${there}" in ${where}, for the table "${table}"`,
  nearTable: (table: string, names: readonly string[], where: string) =>
    `no table "${table}" in ${where}, but ${names.map((name) => `"${name}"`).join(' and ')}: what it forbids would be lost`,
  closed: (file: string, columns: readonly string[], where: string) =>
    `${file}: this user may not read ${columns.map((name) => `"${name}"`).join(', ')} in ${where}, and what that forbids would be lost`,
  wrongUrl: () => 'the address of the interface is none that begins with https:// or http://',
  answer: (where: string, during: string, status: number, why: string) =>
    `${where} answered ${status} while ${during}${why === '' ? '' : `: ${why}`}`,
  noAnswer: (where: string, during: string, why: string, tries: number) =>
    `${where} gave no answer while ${during}, ${tries} times: ${why}`,
  noCount: (where: string, table: string) =>
    `${where} does not say how many rows ${table} has, so that a table that is cut off could not be told from a whole one`,
  otherCount: (table: string, said: number, came: number) =>
    `${table}: ${said} rows were announced, and ${came} came; nothing of it is used`,
  moreRows: (table: string, said: number) =>
    `${table}: ${said} rows were announced, and there are more; nothing of it is used`,
  changed: (table: string, before: number, after: number) =>
    `${table}: had ${before} rows when the read began and ${after} at its end; nothing of it is used`,
  notRows: (table: string) => `${table}: the answer is no list of rows`,
  noKey: (table: string) =>
    `${table}: has no primary key, and its description's key is not there: pages of it have no order`,
  emptyKey: (table: string, column: string) => `${table}: ${column} orders its pages and is empty in a row`,
  noRow: (table: string) => `${table}: not one row can be seen`,
  noDates: (table: string, column: string, type: string) =>
    `${table}: its column "${column}" is of the type ${type}, which knows no order of days: rows since a day cannot be asked for`,
  noneKnows: (key: string) =>
    `no table of this kind of problem says which of its columns "only: {${key}: …}" is about, so that it would change nothing`,
  noSeed: (text: string) => `"${text}" is no seed of a sample`,
  secretInWord: () => 'the address holds a password, which would stay in the history of the shell',
  holdsRows: (table: string, rows: number) => `${table} holds ${rows} ${rows === 1 ? 'row' : 'rows'} already`,
  isThere: () => 'is there already',
  notThere: (form: string) => `nothing can be copied there (${form})`,
  noSuchTable: (table: string) => `this kind of problem has no table "${table}"`,
  noSuchColumn: (table: string, column: string) =>
    `the table "${table}" of this kind of problem has no column "${column}"`,
} as const;

/** What is wrong with a file that is no CSV file. */
export const fileProblems = {
  noWorkbook: () => 'is no workbook (.xlsx) that can be read',
  bomb: (megabytes: number, most: number) =>
    `holds ${megabytes} MB when it is unpacked, more than a table of this size on disk has; ${most} MB are the most`,
  brokenPart: (part: string) => `its part ${part} is damaged: it is not what the directory of the file says`,
  brokenText: (part: string) => `its part ${part} is damaged: it ends too early, or holds what no workbook does`,
  noResult: () =>
    'is a formula whose result the file does not hold; open the workbook in a spreadsheet program and save it',
  noSharedText: () => 'shares a text that the file does not hold: the workbook is damaged',
  twins: (table: string, sheets: readonly string[]) =>
    `${sheets.length} sheets may be the table "${table}": ${sheets.map((name) => `"${name}"`).join(', ')}`,
  noSheet: (table: string) => `no sheet is called "${table}"`,
  emptySheet: () => 'the sheet is empty; a row with the names of columns is needed',
  tooManyRows: (table: string, rows: number, most: number) =>
    `${table} has ${rows} rows, and a sheet of a workbook holds ${most} at the most`,
  tooManyColumns: (table: string, columns: number, most: number) =>
    `${table} has ${columns} columns, and a sheet of a workbook holds ${most} at the most`,
  longCell: (table: string, row: number, column: string, most: number) =>
    `${table}, row ${row}, ${column}: the text is longer than a cell of a workbook can be (${most} letters)`,
  sameSheet: (first: string, second: string, most: number) =>
    `the tables "${first}" and "${second}" would be one sheet: the names of sheets have ${most} letters at the most`,
  noParquet: (why: string) => `is no Parquet file that can be read (${why})`,
} as const;

export const sourceNotes = {
  notAsked: (table: string, rows: number) =>
    `${table}: ${rows} ${rows === 1 ? 'row was' : 'rows were'} not asked for, as the scenario says (only)`,
  asTexts: (table: string, column: string, cells: number) =>
    `${table}, ${column}: copied as texts, since ${cells} ${cells === 1 ? 'cell' : 'cells'} cannot be read`,
  notCopied: (table: string, columns: readonly string[]) =>
    `${table}: not copied, since the table has no such ${columns.length === 1 ? 'column' : 'columns'}: ${columns.join(', ')}`,
  removed: (table: string) =>
    `${table}: was there and is removed, since the source has no such table, and what it held would go on counting`,
  hiddenSheet: (table: string) => `${table}: its sheet is hidden, and was read`,
  hiddenRows: (table: string, rows: number) =>
    `${table}: ${rows} ${rows === 1 ? 'row of its sheet is' : 'rows of its sheet are'} hidden, and ${rows === 1 ? 'was' : 'were'} read`,
  hiddenColumns: (table: string) => `${table}: columns of its sheet are hidden, and were read`,
  merged: (table: string, first: string, areas: number) =>
    `${table}: its sheet has merged cells (${first}${areas > 1 ? ` and ${areas - 1} more` : ''}): only the first cell of an area holds its value, the others read as empty`,
  noRow: (table: string) =>
    `${table}: not one row can be seen; where row-level security holds, a key that may not read a table sees it empty`,
  keptBack: (tables: readonly string[]) =>
    `the interface does not tell this key which tables there are: ${tables.join(', ')} ${tables.length === 1 ? 'was' : 'were'} not found, and may be there under another name`,
  hidden: (table: string) =>
    `${table}: row-level security holds for this user of the database, so that rows may be hidden`,
} as const;

export const sourceMaybes = {
  leaveOut: (key: string) => `Maybe leave "${key}" out.`,
  since: () => 'Maybe leave out data: {postgres: {only: {since}}}, or make the column a date.',
  name: (close: string) => `Maybe you meant "${close}".`,
  names: (known: readonly string[]) => `Maybe one of those known here: ${known.join(', ')}.`,
  seed: () => 'Maybe write sample:7.',
  replace: () => 'Maybe name another place; or say --replace, so that what is there may be replaced.',
  target: () => 'Maybe name a folder, a workbook (my-data.xlsx), parquet:my-folder or postgres.',
  inEnvironment: () => 'Maybe put it into the environment, and name the variable: env:DATABASE_URL.',
  workbook: () => 'Maybe it is an older .xls, or locked by a password: save it as a workbook (.xlsx) without one.',
  otherForm: () => 'Maybe write CSV or Parquet files: they know no such limit.',
  anew: () => 'Maybe open it in a spreadsheet program and save it anew.',
  oneSheet: (table: string) =>
    `Maybe rename all but one; or name it in the scenario, data: {…, tables: {${table}: …}}.`,
  renamedSheet: (sheet: string, table: string) =>
    `Maybe rename the sheet "${sheet}" to "${table}"; or, if it is no such table, give it another name.`,
  split: () => 'Maybe its sheets have formats down to the last row: copy the rows that count into a new workbook.',
  rights: () => 'Maybe row-level security hides them from this key: use one that may read the whole table.',
  key: () => 'Maybe the key is of another project, or has no right to read this schema.',
  api: () => 'Maybe write the address of the project, https://name.supabase.co, or that of PostgREST itself.',
  view: () => 'Maybe give it a primary key, or read it over data: {postgres: …}.',
  variable: (name: string) => `Maybe set it for the command: export ${name}=… in the same shell.`,
  nameTable: (table: string, there: string) =>
    `Maybe it is the table: name it in the scenario, data: {…, tables: {${table}: ${JSON.stringify(there)}}}; or, if it is no such table, give it another name.`,
  grant: (table: string) => `Maybe give this user the right to: grant select on ${table} to …;`,
  tableNames: (names: readonly string[]) =>
    names.length === 0
      ? 'Maybe its tables are in another schema, or this user may not read them.'
      : `Maybe it has another name there: name it in the scenario, data: {…, tables: {…}} (there are: ${names.join(', ')}).`,
  letters: () => 'Maybe write those letters by their numbers: %40 for @, %2F for /, %3F for ?, %23 for #, %25 for %.',
  timeout: () => 'Maybe let it take longer: data: {postgres: {…, seconds: 600}}.',
  again: () => 'Maybe run it again.',
  address: () =>
    'Maybe write postgres://user@host:5432/database, and the whole with its password in the environment: url: env:DATABASE_URL.',
} as const;
