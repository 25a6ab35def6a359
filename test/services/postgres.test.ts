import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { domainOf, readScenario, runScenario, toRecord } from '../../src/index.ts';
import { toCsv } from '../../src/tables/write.ts';
import { loadSample } from './lay.ts';
import { PASSWORD, type Server, startPostgres } from './postgres.ts';

let server: Server;
const LA_WEEK = join(import.meta.dirname, '../../scenarios/loans/la-week.yaml');

beforeAll(async () => {
  server = await startPostgres();
  process.env.EVENHAND_TEST_DATABASE = server.url;
  await loadSample(server, 'loans', domainOf('loans').sample(1));
});
afterAll(() => server?.stop());

/** The week of la-week.yaml with its tables in the database. */
function scenario(data: string) {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-services-'));
  const file = join(folder, 'la-week.yaml');
  writeFileSync(file, `extends: ${LA_WEEK}\ndata: ${data}\n`);
  return readScenario(file);
}

describe('a run from PostgreSQL', () => {
  it('is that from files, byte for byte', async () => {
    const fromFiles = await runScenario(readScenario(LA_WEEK));
    const fromDatabase = await runScenario(scenario('{postgres: {url: env:EVENHAND_TEST_DATABASE, schema: loans}}'));
    const csv = (run: typeof fromFiles) => toCsv(run.tables.assignments!);
    expect(csv(fromDatabase)).toBe(csv(fromFiles));
    expect(fromDatabase.id).toBe(fromFiles.id);
    expect(fromDatabase.provenance.data).toBe(fromFiles.provenance.data);
    expect(JSON.stringify(toRecord(fromDatabase))).not.toContain(PASSWORD.slice(0, 7));
  });
});
