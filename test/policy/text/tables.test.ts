import { describe, expect, it } from 'vitest';
import { domains } from '../../../src/domains/index.ts';
import { tablesMarkdown, tablesText } from '../../../src/policy/text/tables.ts';
import { between, date, optional, text } from '../../../src/tables/cells/cells.ts';
import { column, table } from '../../../src/tables/table.ts';

const holds = table({
  name: 'holds',
  description: 'When cars are away.',
  required: false,
  rows: 'restrict',
  key: ['vin', 'from'],
  refers: { vin: { to: ['cars.vin', 'fleet.vin'], unknown: 'told', anyCase: true } },
  periods: { of: 'vin', from: 'from', to: 'to' },
  columns: {
    vin: column(text, 'Car', { aliases: ['car'] }),
    from: column(date, 'First day'),
    to: column(optional(date), 'Last day'),
    share: column(optional(between(0, 1)), 'Part | whole', { required: false }),
  },
});
const kind = { kind: 'cars', title: 'Cars', tables: [holds as never] };

describe('what tables hold, in words', () => {
  it('says of each table what its rows do, and of each column its format', () => {
    expect(tablesText(kind)).toBe(`Cars (kind: cars)

holds.csv: When cars are away.
  The file holds.csv is optional.
  Its rows restrict: a row that cannot be used stops the run.
  The key is vin and from, taken together.
  Two periods of one vin (from from to to) should not overlap: a note names those that do.
  Columns:
    vin: text. Needed. Car. The header may also call it car. Refers to cars.vin or fleet.vin, in any letter case. A name that is not there is noted.
    from: date, YYYY-MM-DD. Needed. First day.
    to: date, YYYY-MM-DD. Needed; cells may be empty. Last day.
    share: decimal number from 0 to 1. Not needed. Part | whole.
`);
  });

  it('is a page with a row for each column', () => {
    const page = tablesMarkdown([kind]);
    expect(page).toContain('| [`holds`](#holds) | optional | restrict | When cars are away. |\n');
    expect(page).toContain('| `share` | no | decimal number from 0 to 1 | Part \\| whole. |\n');
  });

  it('says what a table permits, and what happens to a row once more', () => {
    const permits = { ...holds, rows: 'permit' as const };
    expect(tablesText({ ...kind, tables: [permits as never] })).toContain('Its rows permit: a row that cannot be used');
    const twice = { ...permits, once: true };
    expect(tablesText({ ...kind, tables: [twice as never] })).toContain(
      'Of several rows with the same key one is used',
    );
  });

  it('knows the format of every column of the kinds that come with it', () => {
    const columns = domains.flatMap(({ tables }) => tables.flatMap((each) => Object.values(each.columns)));
    expect(columns.length).toBeGreaterThan(100);
    expect(columns.filter(({ schema }) => !('format' in schema))).toEqual([]);
  });
});
