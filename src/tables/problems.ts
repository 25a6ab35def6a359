/**
 * Every sentence that the readers of tables say about a cell, a row or a file, side by side so that they
 * can be read and tested as one text. A cell's sentence is the `reason` of a quarantined row; its value stands apart.
 */
export const cellProblems = {
  empty: () => 'is empty, but a value is needed',
  /** @param meant What the cell probably means, where that can be told. */
  integer: (meant = '2151 or 2,151') => `not a whole number (write ${meant})`,
  negative: () => 'is negative; 0 or more is needed',
  number: (meant = '34.0522') => `not a decimal number (write ${meant})`,
  outside: (least: number, most: number) => `not between ${least} and ${most}`,
  tooLarge: () => 'too large to be exact',
  money: (meant = '1234.50 or $1,234.50') => `not an amount of dollars with at most two decimals (write ${meant})`,
  date: (formats: readonly string[]) => `not a date written ${listed(['YYYY-MM-DD', ...formats])}`,
  eitherDay: (month: string, day: string) =>
    `may be ${month} or ${day}, and no other cell of the column tells which; write YYYY-MM-DD`,
  eitherYear: () => 'may begin or end with its year; write YYYY-MM-DD',
  eitherNumber: (point: string, comma: string) =>
    `may mean ${comma} or ${point}, and no other cell of the column tells which; write it without separators, 1234 or 1234.50`,
  shortened: () =>
    'looks like a long number that a spreadsheet shortened: its digits are lost; export the column as text',
  failedFormula: () => 'is what a formula of a spreadsheet leaves where it fails; write the value itself',
  nothingWord: () => 'says that there is nothing, but a name is needed',
  dash: () => 'a dash may mean 0 or no value at all; write 0, or leave the cell empty',
  noRank: () => 'is no rank; write 0 where there are to be no loans, or leave the cell empty',
  year: () => 'not a year (write 2025)',
  flag: () => 'not true or false (write yes or no)',
  clock: (meant = '20:14 or 20:14:30') => `not a local time (write ${meant})`,
  afterDay: (dayStart: string) =>
    `is after the end of its date, which ends at ${dayStart} of the next day; write the time that clocks show`,
  instant: () => 'not an instant (write 2025-03-10T20:14:00-04:00)',
  noZone: () => 'no zone: an instant needs Z or an offset (write 2025-03-10T20:14:00-04:00)',
  noSuchInstant: () => 'no such instant in the calendar',
  offset: () => 'not an offset from UTC (write -04:00)',
  noSuchDay: () => 'no such day in the calendar',
  weekday: () => 'not a weekday (write Monday or Mon)',
  choice: (choices: readonly string[]) => `not one of ${choices.join(', ')}`,
  tooLong: (most: number) => `longer than ${most} characters`,
  // How cells were read that could be read in another way: "3 cells hold …".
  serialDate: () => 'read as the day number of a spreadsheet',
  monthFirst: () => 'read as month/day/year, as another cell of the column can only be read',
  dayFirst: () => 'read as day/month/year, as another cell of the column can only be read',
  usualOrder: () => 'read as month/day/year, since nothing says otherwise',
  shortYear: () => 'read with a year from 1969 to 2068, since it has two digits',
  decimalComma: () => 'read with points between thousands, as another cell of the column has a decimal comma',
  shortCentury: () => 'read as a year of this century, since it has two digits',
  asEmpty: () => 'read as empty: databases write nothing so',
  minutesAndSeconds: () => 'read as minutes and seconds',
} as const;

export const rowProblems = {
  ragged: (cells: number, header: number) =>
    `has ${counted(cells, 'cell')}, but the header has ${header}. Maybe a comma in a value is not quoted.`,
  called: (reason: string, header: string) => `${reason}; the header of this column is "${header}"`,
  noRow: () => 'is no row: a row is a map of columns',
  noColumn: (table: string, maybe?: string) =>
    `is no column of ${table}${maybe === undefined ? '' : `; maybe "${maybe}" is meant`}`,
  sameColumn: (before: string, column: string) => `says the same column as "${before}": both are ${column}`,
  strayQuote: () => 'a quote stands where none may. Maybe a quote in a value is not doubled ("").',
  repeated: (row: string) => `says the same as ${row}, which was kept`,
  duplicate: (key: string, row: string) => `differs from ${row}, which has the same ${key}`,
  setAside: (key: string, row: string) => `differs from ${row}, which has the same ${key} and was kept`,
  misspelt: (meant: string, where: string) => `is in no row of ${where}; "${meant}" is, and only its spelling differs`,
  unknown: (where: string, maybe?: string, also: readonly string[] = []) =>
    `is in no row of ${where}${also.length === 0 ? '' : `, and is none of ${also.join(', ')}`}${maybe === undefined ? '' : `; maybe "${maybe}" is meant`}`,
  twoSpellings: (row: string) => `is the same name as in ${row}, spelt in another way`,
  otherSpelling: (usual: string) => `is the same name as "${usual}" of other rows, spelt in another way`,
  oneLetter: (meant: string, where: string) => `is in no row of ${where}; "${meant}" is, one letter away`,
  aside: (where: string) => `is in no row of ${where} but one that was set aside`,
  several: (where: string) =>
    `is in no row of ${where}, but its words are: write a row for each, or commas between them where the column takes a list`,
  meansAll: (where: string) =>
    `is in no row of ${where}, and no table knows a word for all: write a row for each, or leave the cell empty where the column says what that means`,
} as const;

const DATA_CHECK = '`evenhand data check` names each, and why';

/** What looks odd where tables are held against each other. */
export const noteTexts = {
  unknown: (odd: {
    readonly table: string;
    readonly rows: number;
    readonly of: number;
    readonly column: string;
    readonly where: string;
    readonly value: string;
    readonly maybe?: string;
    /** The value stands in a row that was set aside. */
    readonly aside?: boolean;
  }) =>
    `${counted(odd.rows, 'row')} of ${odd.of} in ${odd.table}: the ${odd.column} stands in no row of ${odd.where}, such as "${odd.value}"${odd.aside ? ` (it stands in a row that was set aside: ${DATA_CHECK})` : odd.maybe === undefined ? '' : ` (maybe "${odd.maybe}" is meant)`}`,
  /** What is said of a name that no table knows: it may stand in one of the rows that were set aside. */
  setAside: (tables: readonly { readonly name: string; readonly setAside?: number }[]) => {
    const some = tables.flatMap(({ name, setAside = 0 }) =>
      setAside === 0 ? [] : [`${counted(setAside, 'row')} of ${name} ${setAside === 1 ? 'was' : 'were'} set aside`],
    );
    return some.length === 0 ? '' : ` (${listed(some, 'and')}: ${DATA_CHECK})`;
  },
  noneKnown: (odd: {
    readonly table: string;
    readonly rows: number;
    readonly column: string;
    readonly where: string;
    readonly value: string;
  }) =>
    `${odd.table}: no row has a ${odd.column} that ${odd.where} knows (${counted(odd.rows, 'row')}, such as "${odd.value}"): maybe the two are written in different ways`,
  zeros: (odd: {
    readonly table: string;
    readonly column: string;
    readonly count: number;
    readonly value: string;
    readonly name: string;
    readonly where: string;
  }) =>
    `${odd.table}: the ${odd.column} "${odd.value}" is read as "${odd.name}" of ${odd.where}, whose leading zeros it lacks${odd.count > 1 ? `; so are ${odd.count - 1} more` : ''}`,
  twoSpellings: (table: string, column: string, first: string, second: string) =>
    `${table} has the ${column} "${first}" and also "${second}": maybe the same in two spellings`,
  overlap: (odd: { readonly table: string; readonly thing: string; readonly rows: readonly string[] }) =>
    `${odd.table}: two periods of ${odd.thing} overlap, ${odd.rows.join(' and ')}`,
  overlaps: (first: string, count: number) =>
    count === 1 ? first : `${first}, and ${counted(count - 1, 'pair')} more`,
} as const;

/** What is said of rows that cannot be left out. */
export const refusals = {
  more: (rows: number) => `and ${counted(rows, 'row')} more like these`,
  leaveOut: (rows: number, forbid: boolean, source: string) => {
    const [the, they, them] = rows === 1 ? ['the row', 'it', 'it'] : ['the rows', 'they', 'them'];
    const why = forbid
      ? `, for what ${they} ${rows === 1 ? 'forbids' : 'forbid'} would be allowed without ${them}`
      : '';
    return `Maybe mend ${the}${why}. Or say in writing that ${they} may be left out: data: {${source}: …, unreadable: leave_out}.`;
  },
} as const;

export const fileProblems = {
  noFolder: (dir: string) => `no data folder "${dir}"`,
  notFolder: (dir: string) => `"${dir}" is a file, but a data folder is needed`,
  noFile: (table: string, columns: string) => `no file for the table "${table}"; it needs the columns ${columns}`,
  noInline: () => 'a scenario of this kind cannot hold its tables itself',
  noList: (table: string) => `the scenario holds no table "${table}"`,
  unreadable: (path: string, code: string) => `cannot read "${path}" (${code})`,
  notFile: (table: string) => `the table "${table}" is not a readable file`,
  noSuchFile: () => 'there is no such file',
  notReadable: () => 'is no readable file',
  empty: (columns: string) => `the file is empty; a header is needed with the columns ${columns}`,
  tooLarge: (megabytes: number) => `the file is larger than ${megabytes} MB`,
  longLine: (megabytes: string) => `a line of ${megabytes} MB, longer than any row of a table`,
  brokenHeader: () => 'the header cannot be read: a quote stands where none may',
  openQuote: () => 'a quote opened here is never closed',
  archive: () => 'the file is a ZIP archive, as workbooks of spreadsheet programs are',
  compressed: () => 'the file is compressed (gzip)',
  notText: () => 'a NUL character, which no CSV file may hold',
  notUtf8: () => 'a character that is not UTF-8',
  utf16: () => 'the file is UTF-16 without a byte order mark',
  notUtf16: () => 'the file begins as UTF-16, and holds what is no UTF-16',
  columnNotThere: (table: string, column: string, there: string) =>
    `the table "${table}" has no column "${there}", which the scenario names for "${column}"`,
  missingColumn: (table: string, column: string) => `no column "${column}" in the table "${table}"`,
  nameless: (table: string, at: number) => `column ${at} of the table "${table}" has cells and no name`,
  unknownColumn: (table: string, column: string) => `the table "${table}" has no column "${column}"`,
  twice: (column: string, first: string, second: string) =>
    first === second
      ? `the column "${column}" is named twice`
      : `"${first}" and "${second}" both name the column "${column}"`,
  nothingLeft: (table: string, rows: number) =>
    `no row of the required table "${table}" can be used (${counted(rows, 'row')} refused)`,
  refusedRow: (column: string, value: string, reason: string) =>
    column === '' ? reason : `${column} "${value}": ${reason}`,
  notWritable: (dir: string, why: string) => `cannot write the folder "${dir}" (${why})`,
  notEmpty: (dir: string) => `the folder "${dir}" is not empty`,
  badName: (name: string) => `"${name}" cannot be a table's name`,
} as const;

/** How a file or a column was read where it could be read in another way. */
export const fileNotes = {
  unread: (file: string) => `${file}: no table has this name, so that the file was not read`,
  noRows: (table: string) => `${table}: its file has a header and no rows`,
  unreadColumns: (table: string, columns: readonly string[], absent: readonly string[]) =>
    `${table}: the ${columns.length === 1 ? 'column' : 'columns'} ${columns.map((name) => `"${name}"`).join(', ')} of its file ${columns.length === 1 ? 'is' : 'are'} not read, and it has no ${listed(absent)}`,
  separator: (files: readonly string[], separator: string) =>
    `${files.join(', ')}: ${files.length === 1 ? 'its' : 'their'} cells are separated by ${separator === ';' ? 'semicolons' : separator === '\t' ? 'tabs' : `"${separator}"`}`,
  assumed: (table: string, column: string, cells: number, how: string, example: string) =>
    `${table}, ${column}: ${counted(cells, 'cell')} ${cells === 1 ? 'was' : 'were'} ${how} (${example})`,
} as const;

export const maybes = {
  misnamed: (found: string, wanted: string) => `Maybe "${found}" is meant to be "${wanted}".`,
  nameless: () => 'Maybe name it in the first line, or empty its cells.',
  misnamedOr: (found: string, wanted: string) =>
    `Maybe "${found}" is meant to be "${wanted}"; give it that name, or one that is less like it.`,
  header: (columns: string) => `Maybe it has another name here (the header holds: ${columns}).`,
  delimiter: () => 'Maybe the cells are separated by semicolons or tabs; commas are needed.',
  utf8: () => 'Maybe save it as "CSV UTF-8".',
  inline: () => 'Maybe its rows are CSV files: name their folder with "data: {dir: …}".',
  quote: () => 'Maybe a quote in a value is not doubled ("").',
  notCsv: () => 'Maybe it is not a CSV file.',
  brokenLink: (found: string) => `Maybe "${found}" is a link whose target was moved.`,
  renamedOrMoved: (found: string, wanted: string) =>
    `Maybe rename "${found}" to "${wanted}"; or move it out of the folder where it is another thing.`,
  saved: (found: string, wanted: string) => `Maybe save "${found}" as "${wanted}", in the format "CSV UTF-8".`,
  spreadsheet: () => 'Maybe it is a workbook or an archive with the ending .csv: save it as "CSV UTF-8".',
  renamed: (found: string, wanted: string) => `Maybe rename "${found}" to "${wanted}".`,
  replace: () => 'Maybe choose another folder, or say that its files may be replaced.',
  path: () => 'Maybe the path is relative to another folder.',
  dir: () => 'Maybe the path is not relative to the scenario file.',
} as const;

/** "1 cell", "3 cells". */
function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A cell's text for a message: cut, so that a hostile cell cannot flood it. */
export function cut(value: string, most = 80): string {
  return value.length > most ? `${value.slice(0, most - 1)}…` : value;
}

/** Words as a list: "Q1, Q2 or Q3". */
export function listed(words: readonly string[], last: 'and' | 'or' = 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
