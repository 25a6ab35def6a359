import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { INTERACTIVE, REPORT } from '../runs/files/report-files.ts';
import { textThere } from '../runs/files/whole-folder.ts';
import { checksums, printWeeks, type RunRecord, type TableSummary, toRecord } from '../runs/record.ts';
import type { Run } from '../runs/run.ts';
import { loadRecord, readText, tableFile, WEEKS } from '../runs/store.ts';
import { toCsv } from '../tables/write.ts';

/**
 * One value of a stored run beside the same value of its repetition.
 *
 * @example
 * import { verifyRun } from 'evenhand';
 * const { comparisons } = await verifyRun(await saveRun(run, html, folder));
 * comparisons.find(({ what }) => what === 'placed') // { what: 'placed', expected: '12', found: '12', same: true }
 */
export interface RepeatedValue {
  /** `hash of the data`, `net_score`, `assignments.csv`. */
  readonly what: string;
  /** As stored. */
  readonly expected: string;
  /** As found when run again. */
  readonly found: string;
  readonly same: boolean;
}

/**
 * A stored run held against its repetition, value by value.
 *
 * @example
 * import { verifyRun } from 'evenhand';
 * const { passed, comparisons } = await verifyRun(await saveRun(run, html, folder));
 * [passed, comparisons.every(({ same }) => same)] // [true, true]
 */
export interface Verification {
  readonly folder: string;
  readonly passed: boolean;
  readonly comparisons: readonly RepeatedValue[];
}

/**
 * Runs a stored run again and compares everything but its timings: the hashes of scenario, data, schedule, engine and
 * solver, the status, what the record says in words, every part of the objective, every metric, and every CSV file and
 * the weeks byte for byte. That the record itself was not written in since, its checksum shows.
 *
 * @param repeat Runs the scenario of a record again, from the resolved text that the record holds.
 * @param draw Draws the report of the repetition, to be held against the one that is stored. Without it none is.
 * @throws Refusal where the folder holds no run, or the scenario or its data can no longer be read.
 */
export async function verifyRun(
  folder: string,
  repeat: (record: RunRecord) => Promise<Run>,
  draw?: (run: Run, interactive: boolean) => Promise<string>,
): Promise<Verification> {
  const stored = loadRecord(folder);
  const run = await repeat(stored);
  const comparisons = [checkRecord(folder), ...compareRecords(stored, toRecord(run)), ...compareFiles(folder, run)];
  // A report of other figures differs for their sake; how long a stage took is no figure.
  // Nor is what was published then: a repetition does not know it, and the record is taken at its word.
  const then = { ...(stored.since && { since: stored.since }), ...(stored.newest && { newest: stored.newest }) };
  const again = { ...run, timing: stored.timing, ...then };
  if (draw) comparisons.push(...(await compareReports(folder, (interactive) => draw(again, interactive))));
  return { folder, passed: comparisons.every((comparison) => comparison.same), comparisons };
}

/**
 * What no repetition can show, since it takes the record at its word: that nobody wrote in it since, were it only the
 * name.
 */
function checkRecord(folder: string): RepeatedValue {
  const file = join(folder, 'run.json');
  const { stated, own } = checksums(readText(file), file);
  return compare('checksum of run.json', show(stated), own);
}

function compareRecords(stored: RunRecord, again: RunRecord): RepeatedValue[] {
  return [
    ...compareValues(stored.provenance, again.provenance, (key) => HASHES[key] ?? key),
    ...compareValues(facts(stored), facts(again)),
    ...compareValues(stored.objective, again.objective),
    ...compareValues(stored.metrics, again.metrics),
    ...compareValues(rangesOf(stored), rangesOf(again), (key) => `range of ${key}`),
    ...(stored.given ? [compare('given schedule', JSON.stringify(stored.given), JSON.stringify(again.given))] : []),
  ];
}

function rangesOf({ ranges = {}, backbone }: RunRecord): Record<string, string> {
  const texts = Object.entries(ranges).map(([name, { least, most, exact }]): [string, string] => [
    name,
    `${exact ? '' : 'at the most '}${least} to ${most}`,
  ]);
  const shared = backbone && { 'assignments in every best schedule': `${backbone.always} of ${backbone.chosen}` };
  return { ...Object.fromEntries(texts), ...shared };
}

const HASHES: Readonly<Record<string, string>> = {
  scenario: 'hash of the scenario',
  data: 'hash of the data',
  schedule: 'hash of the schedule',
  engine: 'engine',
  solver: 'solver',
};

function facts(record: RunRecord): Record<string, unknown> {
  const { id, status, candidates, audit } = record;
  const levels = audit.levels.map((level) => `${level.name} ${level.passed ? 'passed' : 'failed'}`);
  return {
    ...{ 'run id': id, status, candidates, audit: levels.join(', ') },
    ...{ title: record.title, notes: record.notes.join('; ') },
    funnel: record.funnel.map(({ step, removed, left, text }) => `${step} ${removed} ${left} ${text}`).join('; '),
    tables: Object.entries(record.tables).map(tableText).join('; '),
  };
}

/** Written out, since the keys of a record need not stand in one order. */
function tableText([name, { columns, rows }]: readonly [string, TableSummary]): string {
  return `${name} (${columns.map((column) => `${column.name} ${column.type} ${column.label}`).join(', ')}) ${rows}`;
}

/** Keys of either side count: a value that only one of them has is a difference. */
function compareValues(stored: object, again: object, name = (key: string) => key): RepeatedValue[] {
  const left = new Map(Object.entries(stored));
  const right = new Map(Object.entries(again));
  const keys = new Set([...left.keys(), ...right.keys()]);
  return [...keys].map((key) => compare(name(key), show(left.get(key)), show(right.get(key))));
}

function compareFiles(folder: string, run: Run): RepeatedValue[] {
  const wanted = new Map(Object.entries(run.tables).map(([name, table]) => [tableFile(name), toCsv(table)]));
  if (run.weeks !== undefined) wanted.set(WEEKS, printWeeks(run.weeks));
  const there = readdirSync(folder).filter((file) => file.endsWith('.csv') || file === WEEKS);
  const files = [...new Set([...wanted.keys(), ...there])].sort();
  return files.map((file) => {
    const stored = there.includes(file) ? readText(join(folder, file)) : undefined;
    const again = wanted.get(file);
    return { what: file, same: stored === again, ...describeTexts(stored, again) };
  });
}

/** What people read of a run; the interactive one only where it was asked for. */
async function compareReports(
  folder: string,
  draw: (interactive: boolean) => Promise<string>,
): Promise<readonly RepeatedValue[]> {
  const plain = textThere(join(folder, REPORT));
  const live = textThere(join(folder, INTERACTIVE));
  const again = [await draw(false), ...(live === undefined ? [] : [await draw(true)])];
  return again.map((html, k) => {
    const [what, text] = k === 0 ? [REPORT, plain] : [INTERACTIVE, live];
    const texts = text === undefined ? describeTexts(text, html) : { expected: hashOf(text), found: hashOf(html) };
    return { what, same: text === html, ...texts };
  });
}

// Lines of a report are as long as its charts.
const hashOf = (text: string): string => `SHA-256 ${createHash('sha256').update(text).digest('hex')}`;

function describeTexts(
  stored: string | undefined,
  again: string | undefined,
): Pick<RepeatedValue, 'expected' | 'found'> {
  if (stored === undefined || again === undefined) return { expected: presence(stored), found: presence(again) };
  if (stored === again) return { expected: presence(stored), found: presence(again) };
  const left = stored.split('\n');
  const right = again.split('\n');
  const line = left.findIndex((text, index) => text !== right[index]);
  const at = line === -1 ? left.length : line;
  return { expected: `line ${at + 1}: ${left[at] ?? 'none'}`, found: `line ${at + 1}: ${right[at] ?? 'none'}` };
}

function presence(text: string | undefined): string {
  return text === undefined ? 'no such file' : `${Buffer.byteLength(text)} bytes`;
}

function compare(what: string, expected: string, found: string): RepeatedValue {
  return { what, expected, found, same: expected === found };
}

function show(value: unknown): string {
  return value === undefined ? 'none' : value === null ? 'no value' : String(value);
}
