import { expect, test } from 'vitest';
import { cells, column, proposeColumns, table } from '../../../../src/index.ts';
import { folder } from '../../folder.ts';

const cars = table({
  name: 'vehicles',
  description: 'Every car',
  required: true,
  key: ['vin'],
  columns: {
    vin: column(cells.text, 'its number'),
    make: column(cells.text, 'who made it'),
    start_date: column(cells.date, 'from when on'),
    office: column(cells.text, 'where it stands'),
    notes: column(cells.text, 'notes', { required: false }),
  },
});
const days = table({
  name: 'holidays',
  description: 'Days off',
  required: false,
  key: ['date'],
  columns: { date: column(cells.date, 'the day') },
});

test('columns of a stranger are proposed by names, by words that mean the same, and by what their cells hold', async () => {
  const dir = folder({
    'fleet_vehicles.csv':
      'VIN_No,Manufacturer,Begin Date,Start,remarks\nA,Kia,2025-09-22,yes,\nB,Audi,2025-09-23,no,\n',
    'phone_book.csv': 'who,number\nAnn,1\n',
  });
  expect(await proposeColumns({ tables: [cars, days], sample: () => [] }, { dir })).toBe(`\
# What is called otherwise there, for data: in a scenario. Look at each line before you use it.
tables:
  vehicles: fleet_vehicles
columns:
  vehicles:
    vin: VIN_No
    make: Manufacturer
    start_date: Begin Date

# vehicles: likely fleet_vehicles
#   vin: likely VIN_No (nearly the same name)
#   make: likely Manufacturer (the same words)
#   start_date: likely Begin Date (the same words, and 100 % of its cells can be read)
#   needed, and nothing looks like it: office
# holidays: no table looks like it
# not ours, as it seems: phone_book
`);
});

test('what is called as ours is said to be there', async () => {
  const dir = folder({ 'vehicles.csv': 'vin,make,start_date,office\nA,Kia,2025-09-22,Boston\n' });
  expect(await proposeColumns({ tables: [cars], sample: () => [] }, { dir })).toMatch(
    /# Nothing is called otherwise\.\n\n# vehicles: is there\n$/,
  );
});
