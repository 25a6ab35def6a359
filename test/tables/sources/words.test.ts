import { expect, test } from 'vitest';
import { Refusal, sourceNamed } from '../../../src/index.ts';
import { folder } from '../folder.ts';

test.each([
  ['sample', { sample: 1 }],
  ['sample:7', { sample: 7 }],
  ['/data/fleet.XLSX', { xlsx: '/data/fleet.XLSX' }],
  ['xlsx:/data/fleet', { xlsx: '/data/fleet' }],
  ['parquet:/data/fleet', { parquet: '/data/fleet' }],
  ['dir:/data/fleet.xlsx', { dir: '/data/fleet.xlsx' }],
  ['postgres', { postgres: { url: 'env:DATABASE_URL', schema: 'public' } }],
  ['postgres:fleet', { postgres: { url: 'env:DATABASE_URL', schema: 'fleet' } }],
  ['env:MINE', { postgres: { url: 'env:MINE', schema: 'public' } }],
  ['postgres://reader@db/fleet', { postgres: { url: 'postgres://reader@db/fleet', schema: 'public' } }],
  ['supabase:fleet', { supabase: { url: 'env:SUPABASE_URL', key: 'env:SUPABASE_KEY', schema: 'fleet' } }],
])('%s is a source', (word, source) => {
  expect(sourceNamed(word)).toMatchObject(source);
});

test('a folder is what its files are', () => {
  const [parquet, csv] = [folder({ 'cars.parquet': '' }), folder({ 'cars.parquet': '', 'cars.csv': '' })];
  expect(sourceNamed(parquet)).toMatchObject({ parquet });
  expect(sourceNamed(csv)).toMatchObject({ dir: csv });
});

test.each([
  'postgres://reader:hunter2@db/fleet',
  'postgres://db/fleet?password=hunter2',
  'Postgres://reader:hunter2@db/fleet',
  'postgres://reader:a/hunter2@db/fleet',
  'postgres://reader:a#hunter2@db/fleet',
  'mysql://reader:hunter2@db/fleet',
])('an address with a password is refused, for a shell remembers it', (word) => {
  const said = () => sourceNamed(word);
  expect(said).toThrow(Refusal);
  expect(said).toThrow(/holds a password/);
  expect(said).not.toThrow(/hunter2/);
});

test('a seed is a number', () => {
  expect(() => sourceNamed('sample:many')).toThrow('"many" is no seed of a sample');
});
