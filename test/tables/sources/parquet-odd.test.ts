import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { cells, column, loadTables, Refusal, table } from '../../../src/index.ts';
import { readParquet } from '../../../src/tables/sources/parquet/read.ts';
import { folder } from '../folder.ts';
import { refused } from './refused.ts';

type Options = Parameters<typeof parquetWriteBuffer>[0];
type Element = NonNullable<Options['schema']>[number];

const things = (...names: readonly string[]) =>
  table({
    name: 'things',
    description: 'Whatever there is',
    required: true,
    key: ['id'],
    columns: Object.fromEntries(names.map((name) => [name, column(cells.optional(cells.text), 'what it is')])),
  });

/** A file of columns, each with what it is in the schema. */
const bytesOf = (
  columns: readonly (readonly [element: Partial<Element> & { readonly name: string }, data: readonly unknown[]])[],
  more: Partial<Options> = {},
) =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(([{ name }, data]) => ({ name, data: [...data] })),
      schema: [
        { name: 'root', num_children: columns.length },
        ...columns.map(([element]) => ({ repetition_type: 'OPTIONAL' as const, ...element })),
      ],
      ...more,
    }),
  );

const rowsOf = async (bytes: Uint8Array, ...names: readonly string[]) =>
  (await readParquet([things(...names)], { parquet: folder({ 'things.parquet': bytes }) })).tables[0]!.rows;

const ids = [{ name: 'id', type: 'INT64' }, [1n, 2n, 3n]] as const;

describe('a column of a Parquet file', () => {
  it.each<[string, Partial<Element>, readonly unknown[], readonly string[]]>([
    [
      'whole numbers of 64 bits',
      { type: 'INT64' },
      [9_007_199_254_740_993n, -(2n ** 63n), null],
      ['9007199254740993', '-9223372036854775808', ''],
    ],
    [
      'decimals in 64 bits',
      { type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 18 },
      [123_456_789_012_345_678n, -5n, null],
      ['1234567890123456.78', '-0.05', ''],
    ],
    [
      'decimals in 32 bits',
      { type: 'INT32', converted_type: 'DECIMAL', scale: 3, precision: 9 },
      [0.001, -1.5, null],
      ['0.001', '-1.500', ''],
    ],
    [
      'decimals without a fraction',
      { type: 'INT64', converted_type: 'DECIMAL', scale: 0, precision: 18 },
      [7n, 0n, null],
      ['7', '0', ''],
    ],
    [
      'decimals that only the newer word calls so',
      { type: 'INT64', logical_type: { type: 'DECIMAL', scale: 2, precision: 18 } },
      [115n, -115n, null],
      ['1.15', '-1.15', ''],
    ],
    [
      'decimals in bytes',
      { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 2, converted_type: 'DECIMAL', scale: 2, precision: 4 },
      [256n, -5n, null],
      ['2.56', '-0.05', ''],
    ],
    [
      'decimals in bytes of any number',
      { type: 'BYTE_ARRAY', converted_type: 'DECIMAL', scale: 2, precision: 38 },
      [18_446_744_073_709_551_617n, -1n, null],
      ['184467440737095516.17', '-0.01', ''],
    ],
    ['days', { type: 'INT32', converted_type: 'DATE' }, [20_353, -1, null], ['2025-09-22', '1969-12-31', '']],
    [
      'days that only the newer word calls so',
      { type: 'INT32', logical_type: { type: 'DATE' } },
      [20_353, 0, null],
      ['2025-09-22', '1970-01-01', ''],
    ],
    [
      'moments of a clock on a wall',
      { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' } },
      [1_500_000n, -1n, null],
      ['1970-01-01T00:00:01.500', '1969-12-31T23:59:59.999', ''],
    ],
    [
      'moments of the world',
      { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'NANOS' } },
      [1_000_000_000n, 0n, null],
      ['1970-01-01T00:00:01Z', '1970-01-01T00:00:00Z', ''],
    ],
    [
      'times of the day',
      { type: 'INT32', converted_type: 'TIME_MILLIS' },
      [28_800_000, 1, null],
      ['08:00:00', '00:00:00.001', ''],
    ],
    [
      'numbers that are none',
      { type: 'DOUBLE' },
      [Number.NaN, Number.NEGATIVE_INFINITY, 0.1],
      ['NaN', '-Infinity', '0.1'],
    ],
  ])('has %s as they are', async (_, element, data, texts) => {
    const bytes = bytesOf([ids, [{ ...element, name: 'what' }, data]]);
    expect((await rowsOf(bytes, 'id', 'what')).map((row) => row[1])).toEqual(texts);
  });

  it('may hold lists, of which each is one cell', async () => {
    const bytes = new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: 'id', data: [1n, 2n, 3n] },
          { name: 'what', data: [['a', 'b'], [], null] },
        ],
        schema: [
          { name: 'root', num_children: 2 },
          { name: 'id', type: 'INT64', repetition_type: 'REQUIRED' },
          { name: 'what', repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
          { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
          { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
        ],
      }),
    );
    expect((await rowsOf(bytes, 'id', 'what')).map((row) => row[1])).toEqual(['["a","b"]', '[]', '']);
  });

  it('is refused where two have one name, and where one is missing', async () => {
    const twice = bytesOf([
      ids,
      [{ name: 'what', type: 'INT64' }, [1n, 2n, 3n]],
      [{ name: 'what', type: 'INT64' }, [4n, 5n, 6n]],
    ]);
    expect(await refused(rowsOf(twice, 'id', 'what'))).toMatch(/what/);
    expect(await rowsOf(twice, 'id')).toEqual([['1'], ['2'], ['3']]);
    const needed = table({ ...things('id'), columns: { id: column(cells.text, 'its name', { required: true }) } });
    const parquet = folder({ 'things.parquet': bytesOf([[{ name: 'no', type: 'INT64' }, [1n]]]) });
    expect(await refused(loadTables([needed], { parquet }, () => []))).toMatch(/id/);
  });
});

describe('a Parquet file that is damaged', () => {
  const columns = [ids, [{ name: 'what', type: 'INT64' }, [10n, null, 30n]]] as const;
  const whole = bytesOf(columns, { codec: 'UNCOMPRESSED' });
  const want = [
    ['1', '10'],
    ['2', ''],
    ['3', '30'],
  ];
  const outcome = (bytes: Uint8Array) =>
    rowsOf(bytes, 'id', 'what').catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return 'refused';
    });

  it('is refused wherever it is cut off', async () => {
    expect(await outcome(whole)).toEqual(want);
    for (let size = 0; size < whole.length; size += 7) expect(await outcome(whole.slice(0, size))).toBe('refused');
  });
});
