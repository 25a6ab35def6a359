import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { domainOf, loadTables } from '../../src/index.ts';
import { evenhand } from '../cli/tiny-week.ts';
import { type Server, startPostgres } from './postgres.ts';

const PAGE = join(import.meta.dirname, '../../docs/data.md');
let server: Server;
let folder: string;

beforeAll(async () => {
  server = await startPostgres();
  process.env.DATABASE_URL = server.url;
  folder = mkdtempSync(join(tmpdir(), 'evenhand-services-'));
  process.chdir(folder);
});
afterAll(async () => {
  await server?.stop();
  process.chdir(import.meta.dirname);
  rmSync(folder, { recursive: true, force: true });
});

/** Every file below a folder. */
const filesIn = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the commands of the page on data', () => {
  it('lay the sample into a database, check it, and run a week from it as from files; no file has the password', async () => {
    const page = readFileSync(PAGE, 'utf8');
    const [, yaml = ''] = /^```yaml week\.yaml\n([\s\S]*?)^```$/m.exec(page) ?? [];
    const shells = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, shell]) => shell!);
    writeFileSync('week.yaml', yaml);
    const commands = shells.map((shell) => shell.split('\n').filter((line) => line.startsWith('npx evenhand ')));
    expect(commands.map((lines) => lines.length)).toEqual([4, 2]);
    const outs: string[] = [];
    for (const line of commands.flat()) {
      const { code, out, err } = await evenhand(...line.split(' ').slice(2));
      expect({ line, code, err }).toEqual({ line, code: 0, err: '' });
      outs.push(out);
    }
    expect(outs[0]).toMatch(/^approved_makes +4,794 rows\n/m);
    expect(outs[2]).toMatch(
      /^the database "postgres" at 127\.0\.0\.1:\d+, schema evenhand: published version 1 \(nothing → week@1: \d+ new, 0 dropped/,
    );
    expect(outs[3]).toMatch(/^week@1 → run \w+: 0 new, 0 dropped, 0 moved, \d+ kept\n$/);
    expect(outs[4]).toMatch(/^loan_history +11,043 rows +0 rows left out$/m);
    expect(readFileSync('assignments.xlsx', 'latin1').slice(0, 2)).toBe('PK');
    const [, sql = ''] = /^```sql\n([\s\S]*?)^```$/m.exec(page) ?? [];
    const published = await server.run(sql);
    expect(published).toHaveLength(Number(/(\d+) kept/.exec(outs[3]!)![1]));
    expect(Object.values(published[0]!).every((cell) => cell !== null)).toBe(true);
    const rows = async (run: string) => (await evenhand('table', run, 'assignments')).out;
    const sample = await evenhand('run', 'week.yaml', '--set', 'data=sample', '--out', 'sample-runs', '--json');
    expect(await rows('week@latest')).toBe(await rows(JSON.parse(sample.out).folder));
    expect((await evenhand('verify', 'week@latest')).code).toBe(0);
    for (const one of filesIn('.')) expect(readFileSync(one, 'latin1')).not.toContain('hunter2');
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
