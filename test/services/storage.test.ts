import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage, storagePlace } from '../../src/storage/open.ts';
import { checkStores, features, refusal } from '../storage/kit.ts';
import { PASSWORD, type Server, startPostgres } from './postgres.ts';

let server: Server;
beforeAll(async () => {
  server = await startPostgres();
  process.env.DATABASE_URL = server.url;
});
afterAll(() => server?.stop());

describe('what outlives a run, in a database', () => {
  it('is kept as in a folder, in a schema of its own', async () => {
    await checkStores('postgres');
    await checkStores(`postgres:o'la"; --`);
  });

  it('is not made by looking', async () => {
    expect(await refusal(openStorage('postgres:none', { features, make: false }))).toMatch(
      /^the database "postgres" at 127\.0\.0\.1:\d+, schema none: nothing is kept there yet\n/,
    );
    expect(await server.run("select to_regnamespace('none') as made")).toEqual([{ made: null }]);
    expect(storagePlace('postgres')).toMatch(/schema evenhand$/);
  });

  it('cannot be reached, or does not know the user: neither says a secret', async () => {
    process.env.EVENHAND_NOWHERE = `postgres://owner:${PASSWORD}@127.0.0.1:1/postgres`;
    const text = await refusal(openStorage('env:EVENHAND_NOWHERE', { features }));
    delete process.env.EVENHAND_NOWHERE;
    expect(text).toContain('cannot reach the database "postgres" at 127.0.0.1:1');
    expect(text).not.toContain('hunter2');
  });
});
