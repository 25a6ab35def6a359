import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { domainOf, loadTables, printProblems, Refusal, readScenario } from '../../../src/index.ts';
import { folder } from '../folder.ts';
import { refused } from './refused.ts';

/** What reading a scenario with this `data` says. */
function said(data: string): string {
  const file = join(folder({ 'week.yaml': `kind: loans\noffice: A\nweek: 2025-09-22\ndata: ${data}\n` }), 'week.yaml');
  try {
    readScenario(file);
  } catch (error) {
    if (error instanceof Refusal) return printProblems(error.problems);
  }
  throw new Error('was not refused');
}

describe('a secret in a scenario', () => {
  it.each([
    '{postgres: {url: "postgres://reader:hunter2@db/fleet"}}',
    '{postgres: {url: "postgres://db/fleet?user=reader&password=hunter2"}}',
    '{postgres: {url: "postgres://reader:a/hunter2@db/fleet"}}',
    '{postgres: {url: "postgres://reader:a#hunter2@db/fleet"}}',
    '{postgres: {url: "postgres://reader:a?hunter2@db/fleet"}}',
    '{postgres: "postgres://reader:hunter2@db/fleet"}',
    '"postgres://reader:hunter2@db/fleet"',
    '{postgres: {url: "postgres://reader:hunter2@db/fleet", shema: fleet}}',
    '{supabase: {url: env:URL, key: hunter2}}',
  ])('is refused and not repeated: %s', (data) => {
    expect(said(data)).not.toContain('hunter2');
  });

  it('is refused with the way out', () => {
    expect(said('{postgres: {url: "postgres://reader:hunter2@db/fleet"}}')).toMatch(
      /week\.yaml:4:24: data\.postgres\.url: holds a password, and a scenario is no place for one\n.*\n.*\nMaybe put the whole address into the environment, and write its name here: url: env:DATABASE_URL\.$/,
    );
  });

  it.each([
    'postgres://reader:a@hunter2/x@db/fleet',
    'postgres://reader:12/hunter2@127.0.0.1:1/fleet',
    'postgres://reader:12?hunter2@127.0.0.1:1/fleet',
    'postgres://reader:12#hunter2@127.0.0.1:1/fleet',
    'postgres://reader:hunter2%@127.0.0.1:1/fleet',
    'postgres://reader:hunter2@127.0.0.1:1/fleet%ZZ',
  ])('whose letters end its part of the address in the environment is not repeated: %s', async (address) => {
    const { tables, sample } = domainOf('loans');
    const postgres = { url: 'env:ODD_DATABASE', schema: 'public', tables: {}, only: {}, seconds: 1 };
    process.env.ODD_DATABASE = address;
    const message = await refused(loadTables(tables, { postgres }, sample));
    delete process.env.ODD_DATABASE;
    expect(message).toMatch(/letters in its password or its name .* %40 for @/);
    expect(message).not.toContain('hunter2');
  });

  it('that the environment does not have is asked for by its name', async () => {
    const { tables, sample } = domainOf('loans');
    const postgres = { url: 'env:NO_SUCH_DATABASE', schema: 'public', tables: {}, only: {}, seconds: 1 };
    expect(await refused(loadTables(tables, { postgres }, sample))).toMatch(
      /^the environment has no variable "NO_SUCH_DATABASE" Maybe set it for the command: export NO_SUCH_DATABASE=/,
    );
  });
});
