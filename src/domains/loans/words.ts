import type { Schedule } from '../../pipeline/domain.ts';
import type { LoansTables } from './tables.ts';

/** "Lexus NX 450h+ (VIN001) to Ada Lark from 2025-09-23"; of a row that lacks fields, what there is. */
export function rowText(
  { vehicles, media_partners }: LoansTables,
  { vin, person_id, start_day }: Schedule[number],
): string {
  const car = vehicles.rows.find((row) => row.vin === vin);
  const partner = media_partners.rows.find((row) => row.person_id === person_id);
  return [
    ...(vin == null ? [] : [car === undefined ? String(vin) : `${carText(car.make, car.model)} (${vin})`]),
    ...(person_id == null ? [] : [`to ${partner?.name ?? person_id}`]),
    ...(start_day == null ? [] : [`from ${start_day}`]),
  ].join(' ');
}

/** Make and model. Some makes repeat themselves in the model: "Polestar" and "Polestar 2". */
export const carText = (make: string, model: string): string =>
  model.startsWith(`${make} `) ? model : `${make} ${model}`.trim();
