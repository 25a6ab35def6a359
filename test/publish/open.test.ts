import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSamePlace, publicationPlace, storeNamed } from '../../src/publish/open.ts';
import { isDatabase } from '../../src/tables/sources/postgres/named.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evenhand-open-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a word for a place of publications', () => {
  it.each([
    ['postgres', true],
    ['postgres:plans', true],
    ['postgres://me@localhost/fleet', true],
    ['env:FLEET_URL', true],
    ['./postgres', false],
    ['postgres-old', false],
    ['published', false],
    ['/srv/published', false],
  ])('%s is a database: %s', (word, is) => expect(isDatabase(word)).toBe(is));

  it('names a database by host, name and schema, without its user', () => {
    const { address, where } = storeNamed('postgres://me@db.example:5433/fleet');
    expect(address).toBe('postgres://db.example:5433/fleet#evenhand');
    expect(where('la-week')).toBe('the database "fleet" at db.example:5433, schema evenhand');
    expect(publicationPlace('postgres://me@localhost/fleet', 'la-week').isFolder).toBe(false);
  });

  it('that holds a password is refused', () => {
    expect(() => storeNamed('postgres://me:secret@localhost/fleet')).toThrow('the address holds a password');
  });

  it('of a variable that is not there is refused', () => {
    expect(() => storeNamed('env:EVENHAND_NO_SUCH')).toThrow('the environment has no variable "EVENHAND_NO_SUCH"');
  });
});

describe('where a record says that a run looked', () => {
  it('is the same folder, however it is written, and never a database', () => {
    expect(isSamePlace('published', storeNamed('./published'))).toBe(true);
    expect(isSamePlace(resolve('published'), storeNamed('published'))).toBe(true);
    expect(isSamePlace('published', storeNamed(root))).toBe(false);
    expect(isSamePlace('postgres', storeNamed('postgres://me@localhost/fleet'))).toBe(false);
    expect(isSamePlace('postgres://localhost/fleet#evenhand', storeNamed('postgres://me@localhost/fleet'))).toBe(true);
  });
});
