import type { Row } from '../../domain.ts';
import type { AxisText } from '../../policy/answers/why-not.ts';
import { type LoanAxis, ofOtherOffice, strangeDay, type World } from './world.ts';

/** "Lexus NX 450h+ (VIN001) to Ada Lark from 2025-09-23"; of a row that lacks fields, what there is. */
export function rowText({ tables: { vehicles, media_partners } }: Pick<World, 'tables'>): (row: Row) => string {
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

/** Where cars, partners and days are that this office and week do not have, and by what else cars are asked for. */
export function entries({
  scope,
  tables,
  offices,
  vehicles,
}: World): Readonly<Record<LoanAxis, Omit<AxisText, 'noun'>>> {
  return {
    start_day: { stranger: (date) => strangeDay(scope, date) },
    vin: {
      stranger: (vin) => {
        const row = tables.vehicles.rows.find((each) => each.vin === vin);
        return ofOtherOffice('vehicle', vin, row?.office, offices);
      },
      traits: {
        make: { noun: 'vehicle of the make', of: (index) => vehicles[index]!.make },
        model: { noun: 'vehicle of the model', of: (index) => vehicles[index]!.model },
      },
    },
    person_id: {
      stranger: (id) => {
        const row = tables.media_partners.rows.find((each) => each.person_id === id);
        return ofOtherOffice('partner', id, row?.office, offices);
      },
    },
  };
}
