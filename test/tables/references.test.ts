import { describe, expect, it } from 'vitest';
import { loansTables } from '../../src/domains/loans/tables.ts';
import { rotationTables } from '../../src/domains/rotation/tables.ts';
import { date, identifier, optional, text } from '../../src/tables/cells/cells.ts';
import { validateAll } from '../../src/tables/load.ts';
import { type RawTable, type TableSpec, table } from '../../src/tables/table.ts';

const cars = table({
  name: 'cars',
  description: 'Cars',
  required: true,
  rows: 'permit',
  key: ['vin'],
  columns: { vin: { schema: identifier, description: 'VIN' }, make: { schema: text, description: 'Make' } },
});
const holds = table({
  name: 'holds',
  description: 'When cars are away',
  required: false,
  rows: 'restrict',
  key: ['id'],
  refers: { vin: { to: ['cars.vin'], unknown: 'told' } },
  periods: { of: 'vin', from: 'from', to: 'to' },
  columns: {
    id: { schema: identifier, description: 'Id' },
    vin: { schema: identifier, description: 'Car' },
    from: { schema: optional(date), description: 'From' },
    to: { schema: optional(date), description: 'To' },
  },
});
const budgets = table({
  name: 'budgets',
  description: 'Money',
  required: false,
  rows: 'restrict',
  key: ['fleet'],
  refers: { fleet: { to: ['cars.make'], unknown: 'told', anyCase: true } },
  columns: { fleet: { schema: text, description: 'Fleet' } },
});

const raw = (spec: { readonly name: string; readonly columns: object }, ...rows: readonly string[][]): RawTable => ({
  name: spec.name,
  file: `${spec.name}.csv`,
  header: Object.keys(spec.columns),
  rows,
});
const all = [cars, holds, budgets] as unknown as readonly TableSpec[];
const read = (...tables: readonly RawTable[]) => validateAll(all, tables);
const CARS = raw(cars, ['0101', 'Audi'], ['V2', 'Citroën']);

describe('tables held against each other', () => {
  it.each([
    ['case', 'v2', 'V2'],
    ['full-width letters', 'Ｖ２', 'V2'],
  ])('set a row aside whose name differs from a known one by %s alone', (_, written, meant) => {
    const { tables, quarantined, notes } = read(CARS, raw(holds, ['h', written, '', '']));
    expect([tables.holds!.rows, notes]).toEqual([[], []]);
    expect(quarantined).toMatchObject([{ table: 'holds', line: 2, column: 'vin', slip: true, forbids: true }]);
    expect(quarantined[0]!.reason).toContain(`"${meant}" is`);
  });

  it('read a number without its leading zeros as the only name that it can mean, where rows restrict, and tell of it', () => {
    const { tables, quarantined, notes } = read(CARS, raw(holds, ['h', '101', '', '']));
    expect([tables.holds!.rows.map((row) => (row as { vin?: string }).vin), quarantined]).toEqual([['0101'], []]);
    expect(notes).toEqual(['holds: the vin "101" is read as "0101" of cars, whose leading zeros it lacks']);
  });

  it('refuse it where rows permit: what is permitted is never guessed', () => {
    const permits = { ...holds, rows: 'permit' } as const;
    const { quarantined } = validateAll([cars, permits] as unknown as readonly TableSpec[], [
      CARS,
      raw(holds, ['h', '101', '', '']),
    ]);
    expect(quarantined).toMatchObject([{ value: '101', slip: true }]);
  });

  it('set a row aside where two names could be meant', () => {
    const two = raw(cars, ['0101', 'Audi'], ['00101', 'Audi']);
    expect(read(two, raw(holds, ['h', '101', '', ''])).quarantined).toMatchObject([{ value: '101', slip: true }]);
  });

  it('take letters of no width, soft hyphens and composed letters for what people see', () => {
    const rows = ['V2\u200b', 'V\u00ad2'].map((vin, at) => [`h${at}`, vin, '', '']);
    expect(read(CARS, raw(holds, ...rows)).quarantined).toEqual([]);
    expect(read(CARS, raw(budgets, ['Citroe\u0308n']))).toMatchObject({ quarantined: [], notes: [] });
  });

  it('tell of a name that no other table knows, with the nearest', () => {
    const { quarantined, notes } = read(CARS, raw(holds, ['h', 'V3', '', ''], ['i', 'V2', '', '']));
    expect(quarantined).toEqual([]);
    expect(notes).toEqual([
      '1 row of 2 in holds: the vin stands in no row of cars, such as "V3" (maybe "V2" is meant)',
    ]);
  });

  it('set a row aside whose name has to be known: a calendar of an office that no table names', () => {
    const offices = { ...budgets, refers: { fleet: { to: ['cars.make'], unknown: 'refused' } } } as const;
    const { quarantined } = validateAll([cars, offices] as unknown as readonly TableSpec[], [
      CARS,
      raw(budgets, ['Aud']),
    ]);
    expect(quarantined).toMatchObject([
      { line: 2, value: 'Aud', reason: 'is in no row of cars; maybe "Audi" is meant', forbids: true },
    ]);
  });

  it('let a fleet be its make in capitals, and a table be absent', () => {
    expect(read(CARS, raw(budgets, ['AUDI'])).notes).toEqual([]);
    expect(read(CARS)).toMatchObject({ notes: [], quarantined: [] });
  });

  it('hold that a name in two spellings contradicts itself where rows restrict, and tell of it elsewhere', () => {
    expect(read(CARS, raw(budgets, ['AUDI'], ['Audi'])).quarantined).toMatchObject([
      { column: 'fleet', value: 'Audi', reason: 'is the same name as in line 2, spelt in another way', slip: true },
    ]);
    // Numbers with and without zeros may both be meant.
    expect(read(CARS, raw(budgets, ['01'], ['1'])).quarantined).toEqual([]);
    const twice = read(raw(cars, ['V2', 'Audi'], ['v2', 'Audi']));
    expect(twice.quarantined).toEqual([]);
    expect(twice.notes).toEqual(['cars has the vin "V2" and also "v2": maybe the same in two spellings']);
  });

  it('tell of periods that overlap, in the same words whatever the order of rows; touching is none', () => {
    const rows = [
      ['a', 'V2', '2025-09-01', '2025-09-05'],
      ['b', 'V2', '2025-09-04', '2025-09-06'],
      ['c', '0101', '2025-09-01', '2025-09-05'],
      ['d', '0101', '2025-09-05', '2025-09-06'],
    ];
    const told = ['holds: two periods of V2 overlap, a and b'];
    expect(read(CARS, raw(holds, ...rows)).notes).toEqual(told);
    expect(read(CARS, raw(holds, ...rows.toReversed())).notes).toEqual(told);
  });
});

describe('every table of every kind', () => {
  const tables = [...Object.values(loansTables), ...Object.values(rotationTables)] as unknown as readonly TableSpec[];

  it.each(tables.map((spec) => [spec.name, spec] as const))(
    '%s says whether its rows permit or restrict',
    (_, spec) => {
      expect(['permit', 'restrict']).toContain(spec.rows);
    },
  );

  it('refers to columns that there are', () => {
    const known = new Set(
      tables.flatMap(({ name, columns }) => Object.keys(columns).map((column) => `${name}.${column}`)),
    );
    const named = tables.flatMap(({ refers = {} }) =>
      Object.values(refers).flatMap((reference) => reference?.to ?? []),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((column) => !known.has(column))).toEqual([]);
  });
});

describe('a name that stands only in a row that was set aside', () => {
  // The make is empty: the car is set aside.
  const broken = raw(cars, ['V1', 'Audi'], ['V2', '']);

  it('is told as such, where it permits to be told', () => {
    const { notes } = read(broken, raw(holds, ['h', 'v2', '', '']));
    expect(notes).toEqual([
      '1 row of 1 in holds: the vin stands in no row of cars, such as "v2" (it stands in a row that was set aside: `evenhand data check` names each, and why)',
    ]);
  });

  it('is the reason where an unknown name is refused', () => {
    const strict = { ...holds, refers: { vin: { to: ['cars.vin'], unknown: 'refused' } } } as const;
    const own = [cars, strict] as unknown as readonly TableSpec[];
    const { quarantined } = validateAll(own, [broken, raw(holds, ['h', 'V2', '', ''])]);
    expect(quarantined.map(({ reason }) => reason)).toContain('is in no row of cars but one that was set aside');
  });

  it('the table says how many rows were set aside', () => {
    expect(read(broken).tables.cars).toMatchObject({ setAside: 1, aside: [{ vin: 'V2' }] });
    expect(read(CARS).tables.cars!.setAside).toBeUndefined();
  });
});
