import { describe, expect, it } from 'vitest';
import { domains } from '../../src/index.ts';
import { type CellSchema, integer, readCell, text } from '../../src/tables/cells/cells.ts';
import { validateAll } from '../../src/tables/load.ts';
import { type TableSpec, table } from '../../src/tables/table.ts';

const spots = table({
  name: 'spots',
  description: 'Spots',
  required: true,
  rows: 'permit',
  key: ['id'],
  columns: {
    id: { schema: text, description: 'Id', required: true, aliases: ['spot_id'] },
    seconds: { schema: integer, description: 'Length', required: true, aliases: ['duration_sec'] },
  },
}) as unknown as TableSpec;

const reasons = (header: readonly string[], ...rows: readonly string[][]) =>
  validateAll([spots], [{ name: 'spots', file: 'spots.csv', header, rows }]).quarantined.map(
    ({ column, reason }) => `${column}: ${reason}`,
  );

describe('a fault in a file that calls a column by another name', () => {
  it('names the header that stands in the file', () => {
    expect(reasons(['id', 'Duration_Sec'], ['a', '30'], ['b', 'half'])).toEqual([
      'seconds: not a whole number (write 2151 or 2,151); the header of this column is "Duration_Sec"',
    ]);
  });

  it('says nothing more where the header is the name of the column', () => {
    expect(reasons(['id', 'Seconds'], ['a', '30'], ['b', 'half'])).toEqual([
      'seconds: not a whole number (write 2151 or 2,151)',
    ]);
  });

  it('names it where rows contradict each other', () => {
    for (const reason of reasons(['spot_id', 'duration_sec'], ['a', '30'], ['a', '15'], ['b', '30']))
      expect(reason).toMatch(/^seconds: differs .*; the header of this column is "duration_sec"$/);
  });

  it('names it where no row is left', () => {
    expect(() => reasons(['id', 'duration_sec'], ['b', 'half'])).toThrow('the header of this column is "duration_sec"');
  });

  const renamed = domains.flatMap(({ kind, tables }) =>
    tables.flatMap((spec) =>
      Object.entries(spec.columns).flatMap(([name, column]) => {
        const alias = column.aliases?.[0];
        // In a column of names that need not be there every cell can be read.
        const open = ['', 'x'.repeat(5000)].every(
          (cell) => 'value' in readCell(column.schema as CellSchema<unknown>, cell),
        );
        return alias === undefined || open ? [] : [{ kind, spec, name, alias }];
      }),
    ),
  );

  it.each(renamed)('$kind $spec.name: $alias for $name', ({ spec, name, alias }) => {
    // No text reads as a word, a number or a date, and a name that is needed cannot be empty.
    const columns = { note: { schema: text, description: 'Note' }, [name]: spec.columns[name]! };
    const only: TableSpec = { ...spec, required: false, columns, key: ['note'], refers: {}, names: {} };
    const rows = ['', 'x'.repeat(5000)].map((cell, at) => [`row ${at}`, cell]);
    const found = validateAll([only], [{ name: spec.name, file: `${spec.name}.csv`, header: ['note', alias], rows }]);
    for (const { reason } of found.quarantined) expect(reason).toContain(`the header of this column is "${alias}"`);
    expect(found.quarantined.length).toBeGreaterThan(0);
  });
});
