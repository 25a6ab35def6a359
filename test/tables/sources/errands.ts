import { cells, column, table } from '../../../src/index.ts';

/** A table of a name, a day and an amount, and whatever more a test needs. */
export const errandsWith = <const C extends Readonly<Record<string, ReturnType<typeof column>>>>(more: C) =>
  table({
    name: 'errands',
    description: 'What is to be done',
    required: true,
    rows: 'permit',
    key: ['id'],
    columns: {
      id: column(cells.text, 'its name'),
      day: column(cells.optional(cells.date), 'when'),
      cost: column(cells.optional(cells.money), 'what it costs'),
      ...more,
    },
  });
