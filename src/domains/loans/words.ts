import type { Schedule } from '../../domain.ts';
import type { LoansTables } from './tables.ts';

/** "Lexus NX 450h+ (VIN001) to Ada Lark from 2025-09-23"; of a row that lacks fields, what there is. */
export function rowText({ vehicles, media_partners }: LoansTables): (row: Schedule[number]) => string {
  const cars = new Map<unknown, string>(vehicles.rows.map(({ vin, make, model }) => [vin, carText(make, model)]));
  const partners = new Map<unknown, string>(media_partners.rows.map(({ person_id, name }) => [person_id, name]));
  return ({ vin, person_id, start_day }) =>
    [
      ...(vin == null ? [] : [cars.has(vin) ? `${cars.get(vin)} (${vin})` : String(vin)]),
      ...(person_id == null ? [] : [`to ${partners.get(person_id) ?? person_id}`]),
      ...(start_day == null ? [] : [`from ${start_day}`]),
    ].join(' ');
}

/** Make and model. Some makes repeat themselves in the model: "Polestar" and "Polestar 2". */
export const carText = (make: string, model: string): string =>
  model.startsWith(`${make} `) ? model : `${make} ${model}`.trim();
