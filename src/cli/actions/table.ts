import {
  calendarOf,
  documentOf,
  findRun,
  loadRun,
  Refusal,
  type Run,
  summaryOf,
  tableBytes,
  tableOf,
  tableText,
  weekOf,
  writeWhole,
} from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { type KindOptions, kindsOf } from '../kinds.ts';
import { hasWeek, partsText } from '../terminal/week.ts';

/** Which table of which run, and how. */
interface Asked extends KindOptions {
  readonly folder: string;
  readonly name: string;
  /** Absent: a table is CSV, and a week text. */
  readonly format: 'json' | 'csv' | 'xlsx' | 'parquet' | 'ics' | undefined;
  /** The form of another system; absent: that of the format. */
  readonly as: string | undefined;
  /** Whose calendar or week. */
  readonly who: string | undefined;
  /** Where it is written; absent: on stdout. */
  readonly out: string | undefined;
}

/** Prints one result table of a run, its summary, its week or its calendar, or writes it to a file. */
export async function table(asked: Asked, io: Io): Promise<ExitCode> {
  const { folder, name, format, out } = asked;
  if ((format === 'xlsx' || format === 'parquet') && out === undefined) throw noText(format, name);
  const content = await contentOf(await loadRun(findRun(folder)), asked, io);
  if (out !== undefined) writeWhole(out, content);
  else io.out(String(content));
  return EXIT.done;
}

async function contentOf(run: Run, { name, format, as, who, kind }: Asked, { columns }: Io): Promise<string | Buffer> {
  const kinds = await kindsOf({ kind });
  if (as !== undefined) return jsonText(documentOf(run, { table: name, as, kinds }));
  if (name === 'calendar' || format === 'ics') return calendarOf(run, { who, kinds });
  if (name === 'summary' && !Object.hasOwn(run.tables, name)) return jsonText(summaryOf(run, kinds));
  if (name === 'week' && format === undefined && hasWeek(run, kinds))
    return partsText(weekOf(run, { columns, who, kinds }));
  const found = tableOf(run, name);
  if (format === 'xlsx' || format === 'parquet') return tableBytes(found, name, format);
  return tableText(found, format ?? 'csv');
}

const jsonText = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;

/** Bytes would only confuse a terminal. */
function noText(format: string, name: string): Refusal {
  const message = `a file of the format ${format} is no text, and stdout has text only`;
  return new Refusal([{ message, maybe: `Maybe name the file: --out ${name}.${format}.` }]);
}
