import { date, nonNegativeInteger, optional, upperText, wholeBetween } from '../../../tables/cells/cells.ts';
import { table } from '../../../tables/table.ts';

const maybeCount = optional(nonNegativeInteger);
const maybeDate = optional(date);

export const maintenance = table({
  name: 'maintenance',
  description: 'When a vehicle is due for service, for rules.maintenance.',
  required: false,
  key: ['vin'],
  rows: 'restrict',
  refers: { vin: { to: ['vehicles.vin'], unknown: 'told' } },
  row: ({ every_days: days, every_km: km, due_date: due, last_service_date: date, last_service_mileage: miles }) => {
    if (days === null && km === null && due === null)
      return { column: 'due_date', reason: 'is empty, and so are every_days and every_km: nothing is ever due' };
    if (days !== null && date === null)
      return { column: 'last_service_date', reason: 'is empty: from when on every_days counts is not known' };
    if (km !== null && miles === null)
      return { column: 'last_service_mileage', reason: 'is empty: from where on every_km counts is not known' };
    return undefined;
  },
  columns: {
    vin: { schema: upperText, description: 'Vehicle', required: true },
    every_days: { schema: optional(wholeBetween(1, 36_500)), description: 'Days from one service to the next' },
    every_km: { schema: optional(wholeBetween(1, 10_000_000)), description: 'Kilometres from one service to the next' },
    due_date: { schema: maybeDate, description: 'A day on which it is due anyway, such as an inspection' },
    last_service_date: { schema: maybeDate, description: 'Day of the last service' },
    last_service_mileage: { schema: maybeCount, description: 'Miles driven at the last service' },
  },
});
