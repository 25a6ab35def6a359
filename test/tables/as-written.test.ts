import { expect, it } from 'vitest';
import { money, text } from '../../src/tables/cells/cells.ts';
import { table } from '../../src/tables/table.ts';
import { validateTable } from '../../src/tables/validate.ts';

const budgets = table({
  name: 'budgets',
  description: 'Budgets',
  required: false,
  key: ['fleet'],
  columns: {
    fleet: { schema: text, description: 'Fleet', required: true },
    amount: { schema: money, description: 'Dollars', required: true },
  },
});

it('a row that contradicts another is shown as the file has it, not in cents', () => {
  const rows = [
    ['TOYOTA', '$2,000.00'],
    ['TOYOTA', '1000'],
  ];
  const { quarantined } = validateTable(budgets, { name: 'budgets', file: 'b.csv', header: ['fleet', 'amount'], rows });
  for (const { line, value } of quarantined) expect(value).toBe(rows[line - 2]![1]);
  expect(quarantined.length).toBeGreaterThan(0);
});
