import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { domainOf, loadTables } from '../../src/index.ts';
import { evenhand } from '../cli/tiny-week.ts';
import { type Server, startPostgres } from './postgres.ts';

const LA_WEEK = join(import.meta.dirname, '../../scenarios/loans/la-week.yaml');
let server: Server;
let folder: string;

beforeAll(async () => {
  server = await startPostgres();
  process.env.DATABASE_URL = server.url;
  folder = mkdtempSync(join(tmpdir(), 'evenhand-services-'));
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Every file below a folder. */
const filesIn = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the commands of the page on data', () => {
  it('lay the sample into a database, check it, and run a week from it as from files; no file has the password', async () => {
    const copied = await evenhand('data', 'copy', 'sample', 'postgres');
    expect(copied).toMatchObject({ code: 0, err: '' });
    expect(copied.out).toMatch(/^approved_makes +4,794 rows\n/m);
    expect((await evenhand('data', 'check', 'postgres')).out).toMatch(/^loan_history +11,043 rows +0 rows left out$/m);
    const file = join(folder, 'week.yaml');
    writeFileSync(file, `extends: ${LA_WEEK}\ndata: {postgres: {url: env:DATABASE_URL}}\n`);
    const runs = join(folder, 'runs');
    const [there, here] = [
      await evenhand('run', file, '--out', runs, '--json'),
      await evenhand('run', LA_WEEK, '--out', join(folder, 'sample-runs'), '--json'),
    ].map(({ out }) => JSON.parse(out).folder as string);
    const rows = (run: string) => readFileSync(join(run, 'assignments.csv'), 'utf8');
    expect(rows(there!)).toBe(rows(here!));
    expect((await evenhand('verify', there!)).code).toBe(0);
    for (const one of filesIn(runs)) expect(readFileSync(one, 'latin1')).not.toContain('hunter2');
  });

  it('refuse to lay tables over rows, unless that is said; then all of them are new, or none', async () => {
    const { code, err } = await evenhand('data', 'copy', 'sample:2', 'postgres');
    expect(code).toBe(2);
    expect(err).toMatch(/public\.vehicles holds 858 rows already\nMaybe name another place; or say --replace/);
    expect((await evenhand('data', 'copy', 'sample:2', 'postgres', '--replace')).code).toBe(0);
    const { tables, sample } = domainOf('loans');
    const postgres = { url: 'env:DATABASE_URL', schema: 'public', tables: {}, only: {}, seconds: 60 };
    const there = await loadTables(tables, { postgres }, sample);
    expect(there.fingerprint).toBe((await loadTables(tables, { sample: 2 }, sample)).fingerprint);
    const bad = join(folder, 'bad');
    await evenhand('data', 'export', '--out', bad);
    writeFileSync(join(bad, 'offices.csv'), 'name,latitude,longitude\nLos Angeles,north,1\n');
    const refused = await evenhand('data', 'copy', bad, 'postgres', '--replace');
    expect(refused.err).toMatch(/offices\.csv:2: offices: latitude "north"/);
    expect((await loadTables(tables, { postgres }, sample)).fingerprint).toBe(there.fingerprint);
  });

  it('make the tables that data schema prints', async () => {
    const { out } = await evenhand('data', 'schema', 'rotation', '--sql', '--schema', 'station');
    await server.run(out);
    expect((await evenhand('data', 'copy', 'sample', 'postgres:station', '--kind', 'rotation')).err).toMatch(
      /spots: cpm "NaN"/,
    );
    expect((await evenhand('data', 'map', 'postgres:station', '--kind', 'rotation')).out).toContain(
      '# breaks: is there',
    );
  });

  it('copy from the database to files', async () => {
    for (const to of [join(folder, 'book.xlsx'), `parquet:${join(folder, 'files')}`, join(folder, 'csv')]) {
      expect((await evenhand('data', 'copy', 'postgres', to)).code).toBe(0);
      expect((await evenhand('data', 'check', to)).out).toMatch(/^budgets +500 rows +0 rows left out$/m);
    }
  });
});
