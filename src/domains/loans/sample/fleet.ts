import type { RawTable } from '../../../tables/table.ts';
import { ALL_MAKES, COLORS, FLEET_MAKES, MAIN_OFFICE, MODELS, OFFICES, type Office } from './catalog.ts';
import { type Random, random } from './random.ts';
import { rawTable } from './raw.ts';

/** What keeps a vehicle from being lent in the sample week: an activity, not yet in service, or about to be turned in. */
export type Occupation = 'none' | 'activity' | 'not yet in service' | 'turned in';

/** A vehicle as the rest of the sample needs it. */
export interface Vehicle {
  readonly vin: string;
  readonly make: string;
  readonly model: string;
  readonly office: string;
  readonly year: number;
  readonly occupation: Occupation;
}

// No I, O or Q: real VINs avoid them.
const VIN_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';

/** A VIN that no real vehicle has: no maker's code begins with 0; the serial number keeps it unique. */
export function inventedVin(random: Random, serial: number): string {
  const middle = Array.from({ length: 10 }, () => VIN_LETTERS[random.int(0, VIN_LETTERS.length - 1)]).join('');
  return `0${middle}${String(serial).padStart(6, '0')}`;
}

/** Every vehicle of every office; Los Angeles has the makes and the occupied vehicles of a real week. */
export function sampleFleet(seed: number): readonly Vehicle[] {
  const draw = random(seed, 'fleet');
  let serial = 100_000;
  return OFFICES.flatMap((office) =>
    wantedVehicles(draw, office).map(({ make, occupation }): Vehicle => {
      const vin = inventedVin(draw, serial++);
      const model = draw.pick(MODELS.get(make) as readonly string[]);
      return { vin, make, model, office: office.name, year: draw.int(2024, 2026), occupation };
    }),
  );
}

type Wanted = Pick<Vehicle, 'make' | 'occupation'>;

function wantedVehicles(draw: Random, office: Office): readonly Wanted[] {
  if (office.name === MAIN_OFFICE) return mainFleet();
  return Array.from({ length: office.vehicles }, (): Wanted => {
    return { make: draw.pick(ALL_MAKES), occupation: draw.chance(0.15) ? 'activity' : 'none' };
  });
}

function mainFleet(): readonly Wanted[] {
  return FLEET_MAKES.flatMap(({ make, free, occupied }) => [
    ...Array.from({ length: free }, (): Wanted => ({ make, occupation: 'none' })),
    ...Array.from({ length: occupied }, (_, index): Wanted => ({ make, occupation: occupationOf(make, index) })),
  ]);
}

/** Most occupied vehicles have an activity; a few are outside their time in service instead. */
function occupationOf(make: string, index: number): Occupation {
  if (index > 0) return 'activity';
  if (make === 'Polestar' || make === 'Hyundai') return 'not yet in service';
  return make === 'Bentley' || make === 'Audi' || make === 'Mazda' ? 'turned in' : 'activity';
}

const HEADER = [
  ...(['vin', 'make', 'model', 'office', 'vehicle_id', 'year', 'model_short_name', 'fleet', 'color'] as const),
  ...(['current_mileage', 'registration_exp', 'insurance_exp', 'in_service_date'] as const),
  ...(['expected_turn_in_date', 'notes'] as const),
];

/** The table `vehicles`, with the ways of writing that fleet systems have: "2,151", 03/31/26, 5/2025, 09-24-25. */
export function vehiclesTable(seed: number, fleet: readonly Vehicle[]): RawTable {
  const draw = random(seed, 'vehicles');
  const rows = fleet.map((vehicle, index) => ({
    vin: vehicle.vin,
    make: vehicle.make,
    model: vehicle.model,
    office: vehicle.office,
    vehicle_id: String(40_001 + index),
    year: String(vehicle.year),
    model_short_name: vehicle.model.trim().split(' ')[0] as string,
    fleet: vehicle.make.toUpperCase(),
    color: draw.pick(COLORS),
    current_mileage: grouped(draw.int(450, 14_900)),
    registration_exp: `${two(draw.int(1, 12))}/${two(draw.int(1, 28))}/26`,
    insurance_exp: `${two(draw.int(1, 12))}/${two(draw.int(1, 28))}/2026`,
    in_service_date: vehicle.occupation === 'not yet in service' ? '11/2025' : inService(draw),
    expected_turn_in_date: vehicle.occupation === 'turned in' ? `09-2${draw.int(3, 6)}-25` : turnIn(draw),
    notes: draw.chance(0.04) ? 'Two keys, charge cable in trunk' : '',
  }));
  return rawTable('vehicles', HEADER, rows);
}

function inService(draw: Random): string {
  return draw.chance(0.1) ? '' : `${draw.int(6, 12)}/2024`;
}

function turnIn(draw: Random): string {
  return draw.chance(0.5) ? '' : `${two(draw.int(1, 12))}-${two(draw.int(1, 28))}-26`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function grouped(number: number): string {
  return number < 1000 ? String(number) : `${Math.floor(number / 1000)},${String(number % 1000).padStart(3, '0')}`;
}
