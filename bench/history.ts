// 100,000 outcomes: read from a file, kept and read back, beside the drivers alone with the same rows; with a database in
// DATABASE_URL also PostgreSQL, beside its copy: npx tsx bench/history.ts [-- rows]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import Database from 'libsql';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { HistoryFiles } from '../src/history/outcome.ts';
import { HISTORY, keepHistory, openStorage, outcomesOf, readHistory } from '../src/index.ts';
import { numbers } from './instances.ts';

const ROWS = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 100_000);
const START = Date.UTC(2020, 0, 1);

/** An export with a day that stands in two forms, repeated rows, and numbers with marks between thousands. */
function madeExport(): string {
  const below = numbers(7);
  const lines = Array.from({ length: ROWS }, (_, at) => {
    const time = new Date(START + at * 1_800_000).toISOString().slice(0, 19);
    const likes = below(9_000_000).toLocaleString('en-US');
    return `p${at},${at % 2 ? time : time.replace('T', ' ')},${['reel', 'post', 'story'][below(3)]},"${likes}",${below(100)}.${below(10)}%,${below(500)}`;
  });
  return `\uFEFFPost ID,Publish time,Post type,Likes,Engagement,Saves\n${lines.join('\n')}\n`;
}

async function timed<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const began = performance.now();
  const result = await work();
  process.stdout.write(`${name.padEnd(52)} ${((performance.now() - began) / 1000).toFixed(2).padStart(6)} s\n`);
  return result;
}

const values = ({ rows }: HistoryFiles) =>
  rows.map(({ channel, key, type, at, metrics }) => [
    channel,
    key,
    type,
    at,
    JSON.stringify(Object.fromEntries(metrics)),
  ]);

function insertAlone(folder: string, rows: readonly (readonly unknown[])[]): void {
  const database = new Database(join(folder, 'alone.db'), {});
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  database.exec(
    'create table o (channel text, key text, type text, at bigint, metrics text, primary key (channel, key))',
  );
  database.exec('begin immediate');
  const insert = database.prepare('insert into o values (?, ?, ?, ?, ?)');
  for (const row of rows) insert.run(row);
  database.exec('commit');
  database.close();
}

async function copyAlone(rows: readonly (readonly unknown[])[]): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(
    'create temporary table o (channel text, key text, type text, at bigint, metrics text, primary key (channel, key))',
  );
  await pipeline(
    rows.map((row) => `${row.join('\t')}\n`),
    client.query(copyFrom('copy o from stdin')),
  );
  await client.end();
}

async function back(place: string, rows: number): Promise<void> {
  const kept = await openStorage(place, { features: [HISTORY] });
  const found = await outcomesOf(kept, { goal: 'Likes' });
  if (found.length !== rows) throw new Error(`${found.length} outcomes came back`);
  await kept.close();
}

const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
try {
  const file = join(folder, 'export.csv');
  writeFileSync(file, madeExport());
  const options = { platform: 'x', zone: 'Europe/Berlin', now: Date.UTC(2030, 0, 1) };
  const files = await timed(`read from CSV, ${ROWS} rows`, () => readHistory([file], options));
  await timed('kept in a folder', () => keepHistory(join(folder, 'kept'), files));
  await timed('  the driver alone, one prepared insert', () => insertAlone(folder, values(files)));
  await timed('kept again, all the same', () => keepHistory(join(folder, 'kept'), files));
  await timed('read back, with weekday and hour', () => back(join(folder, 'kept'), files.rows.length));
  if (process.env.DATABASE_URL !== undefined) {
    const schema = `postgres:bench_${process.pid}`;
    await timed('kept in PostgreSQL', () => keepHistory(schema, files));
    await timed('  its copy alone', () => copyAlone(values(files)));
    await timed('read back from PostgreSQL', () => back(schema, files.rows.length));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
