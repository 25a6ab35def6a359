import type { RawTable } from '../../src/tables/table.ts';
import { randomWeek } from './random-week.ts';
import { choices, rawOf, type Week } from './weeks.ts';

const OFFICES = ['LA', 'Elsewhere'] as const;

/** A random week of two offices, with money of the whole company and partners to whom both lend. */
export function randomOffices(seed: number): Week {
  const { raw, keys } = randomWeek(seed);
  const { below, pick, once } = choices(seed + 100_000);
  const among = (table: RawTable, chance: number): RawTable => {
    const at = table.header.indexOf('office');
    const moved = (cells: readonly string[]) => cells.with(at, once(chance) ? 'Elsewhere' : 'LA');
    // Each office has one of each.
    return {
      ...table,
      rows: table.rows.map((cells, index) => (index < 2 ? cells.with(at, OFFICES[index]!) : moved(cells))),
    };
  };
  const doubled = (table: RawTable): RawTable => {
    const at = table.header.indexOf('office');
    const own = table.rows.filter((cells) => cells[at] === 'LA');
    return { ...table, rows: own.flatMap((cells) => OFFICES.map((office) => cells.with(at, office))) };
  };
  const people = raw.find(({ name }) => name === 'media_partners')!;
  const persons = people.rows.map((cells) => cells[people.header.indexOf('person_id')]!);
  const money = () => ({ budget_amount: `${below(3000)}.50`, amount_used: pick('', '100') });
  return {
    keys: { ...keys, offices: pick<unknown>('all', OFFICES, OFFICES) },
    raw: [
      ...raw.map((table) => {
        if (table.name === 'vehicles' || table.name === 'media_partners') return among(table, 2);
        return table.name === 'ops_capacity_calendar' || table.name === 'budgets' ? doubled(table) : table;
      }),
      rawOf(
        'company_budgets',
        [
          { fleet: '', year: '2025', quarter: 'Q3', ...money() },
          { fleet: 'TOYOTA', year: '2025', quarter: 'Q3', ...money() },
          { fleet: 'Land Rover', year: '2025', quarter: 'Q4', ...money() },
        ].filter(() => once(2)),
      ),
      rawOf(
        'partner_offices',
        persons.filter(() => once(3)).map((person_id) => ({ person_id, office: pick(...OFFICES) })),
      ),
    ],
  };
}
