import { extname } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type DispatchEvent, EVENT_NAMES, type EventName } from '../dispatch/event.ts';
import { type Place, type Problem, Refusal } from '../problems/problem.ts';
import { readCell } from '../tables/cells/cells.ts';
import { instantCell } from '../tables/cells/times.ts';
import { decoded } from '../tables/csv/bytes.ts';
import { readCsvFile, readFileBytes } from '../tables/csv/files.ts';
import { cleanText } from '../text/clean.ts';
import { eventProblems } from './problems.ts';

/** A row as texts, and where it stands. */
interface Row {
  readonly cells: Readonly<Record<string, string>>;
  readonly place: Place;
}

const NEEDED = ['at', 'job', 'channel', 'event'];

/**
 * Reads a log of events: a CSV file with the columns at, job, channel, event, and where they are known planned_at, attempt,
 * retry_after, priority, good; or a .jsonl file with an object a line. Every instant needs its zone.
 *
 * @throws Refusal with all problems, each with its line.
 * @example
 * writeNew(`${folder}/events.csv`, 'at,job,channel,event\n2026-03-02T10:00:00+01:00,a,mastodon,started');
 * readEvents(`${folder}/events.csv`).map(({ at, event }) => [at, event]) // [[1772442000000, 'started']]
 */
export function readEvents(file: string): readonly DispatchEvent[] {
  const problems: Problem[] = [];
  const isJson = ['.json', '.jsonl', '.ndjson'].includes(extname(file).toLowerCase());
  const rows = isJson ? jsonRows(file, problems) : csvRows(file, problems);
  const events = rows.flatMap((row) => eventOf(row, problems) ?? []);
  if (problems.length > 0) throw new Refusal(problems);
  return events;
}

function csvRows(file: string, problems: Problem[]): readonly Row[] {
  const { header = [], headerLine = 1, rows, lines, broken } = readCsvFile(file);
  const names = header.map((name) =>
    cleanText(name)
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Refusal([eventProblems.columns(missing, { file, line: headerLine, column: 1 })]);
  for (const { line, reason } of broken) problems.push(eventProblems.broken(reason, { file, line }));
  return rows.map((row, index) => ({
    cells: Object.fromEntries(names.map((name, at) => [name, cleanText(row[at] ?? '')])),
    place: { file, line: lines[index] ?? index + 2 },
  }));
}

function jsonRows(file: string, problems: Problem[]): readonly Row[] {
  const lines = decoded(readFileBytes(file), file)
    .text.replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/);
  return lines.flatMap((text, index) => {
    if (text.trim() === '') return [];
    const place = { file, line: index + 1 };
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('another kind of value');
      return [{ cells: textsOf(value), place }];
    } catch (error) {
      problems.push(eventProblems.json((error as Error).message, place));
      return [];
    }
  });
}

const textsOf = (value: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(value).map(([name, cell]) => [
      name,
      cell === null || typeof cell === 'object' ? '' : cleanText(String(cell)),
    ]),
  );

function eventOf({ cells, place }: Row, problems: Problem[]): DispatchEvent | undefined {
  const before = problems.length;
  const of = (name: string): string => (Object.hasOwn(cells, name) ? cells[name]! : '');
  for (const name of NEEDED) if (of(name) === '') problems.push(eventProblems.missing(name, place));
  const instant = (name: string): number | undefined => {
    if (of(name) === '') return undefined;
    const read = readCell(instantCell, of(name));
    if ('value' in read) return Temporal.Instant.from(read.value as string).epochMilliseconds;
    problems.push(eventProblems.instant(name, of(name), place));
    return undefined;
  };
  const number = (name: string): number | undefined => {
    if (of(name) === '') return undefined;
    if (/^\d{1,9}(\.\d{1,6})?$/.test(of(name))) return Number(of(name));
    problems.push(eventProblems.number(name, of(name), place));
    return undefined;
  };
  const event = of('event')
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  if (event !== '' && !isEvent(event)) problems.push(eventProblems.unknown(of('event'), EVENT_NAMES, place));
  const [at, plannedAt, attempt, retryAfter] = [
    instant('at'),
    instant('planned_at'),
    number('attempt'),
    number('retry_after'),
  ];
  const good = /^(yes|true|1)$/i.test(of('good')) ? true : /^(no|false|0)$/i.test(of('good')) ? false : undefined;
  const priority = (['urgent', 'normal', 'low'] as const).find((each) => each === of('priority').toLowerCase());
  if (problems.length > before) return undefined;
  return {
    at: at!,
    job: of('job'),
    channel: of('channel'),
    event: event as EventName,
    ...(plannedAt !== undefined && { plannedAt }),
    ...(priority !== undefined && { priority }),
    ...(attempt !== undefined && { attempt }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(good !== undefined && { good }),
  };
}

const isEvent = (name: string): name is EventName => (EVENT_NAMES as readonly string[]).includes(name);
