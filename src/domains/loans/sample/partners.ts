import { dayName } from '../../../tables/dates.ts';
import type { RawTable } from '../../../tables/table.ts';
import { FIRST_NAMES, LAST_NAMES, OFFICES, type Office, OUTLET_KINDS, OUTLET_PLACES } from './catalog.ts';
import { type Random, random } from './random.ts';
import { rawTable } from './raw.ts';

/** A media partner as the rest of the sample needs it. */
export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly office: Office;
  readonly address: string;
}

/** Partners by preferred weekday, Monday to Friday: 422 of the 744 have one. */
const PREFERRED = [112, 83, 96, 90, 41];
const STREETS = ['Alder', 'Bluff', 'Cinder', 'Dogwood', 'Ember', 'Fallow', 'Gantry', 'Heron', 'Inlet', 'Juniper'];

/** Every partner of every office. */
export function samplePartners(seed: number): readonly Partner[] {
  const draw = random(seed, 'partners');
  const names = draw.shuffled(FIRST_NAMES.flatMap((first) => LAST_NAMES.map((last) => `${first} ${last}`)));
  const ids = draw.shuffled(Array.from({ length: 4_000 }, (_, index) => String(10_000 + index)));
  let next = 0;
  return OFFICES.flatMap((office) =>
    Array.from({ length: office.partners }, (): Partner => {
      const [id, name] = [ids[next] as string, names[next] as string];
      next++;
      return { id, name, office, address: `${draw.int(10, 9_990)} ${draw.pick(STREETS)} St, ${office.name}` };
    }),
  );
}

const HEADER = [
  ...(['person_id', 'name', 'office', 'address', 'default_loan_region', 'notes_instructions', 'affiliation'] as const),
  ...(['region', 'latitude', 'longitude', 'allowed_start_dows', 'preferred_day_of_week'] as const),
  'preferred_day_confidence' as const,
];

/** The table `media_partners`. `weekdaysOnly` names partners who take no delivery at a weekend. */
export function partnersTable(seed: number, partners: readonly Partner[], weekdaysOnly: ReadonlySet<string>): RawTable {
  const draw = random(seed, 'media_partners');
  const preferred = preferredDays(draw, partners.length);
  const rows = partners.map((partner, index) => ({
    person_id: partner.id,
    name: partner.name,
    office: partner.office.name,
    address: partner.address,
    default_loan_region: partner.office.name,
    notes_instructions: draw.chance(0.08) ? 'Call from the gate, then leave the keys at the desk' : '',
    affiliation: `${draw.pick(OUTLET_PLACES)} ${draw.pick(OUTLET_KINDS)}`,
    region: partner.office.name,
    ...coordinates(draw, partner.office),
    allowed_start_dows: weekdaysOnly.has(partner.id) ? 'Mon,Tue,Wed,Thu,Fri' : '',
    preferred_day_of_week: preferred[index] as string,
    preferred_day_confidence: preferred[index] === '' ? '' : String(draw.int(40, 95)),
  }));
  return rawTable('media_partners', HEADER, rows);
}

function preferredDays(draw: Random, partners: number): readonly string[] {
  const known = PREFERRED.flatMap((count, day) => Array.from({ length: count }, () => dayName(WEEK_START + day)));
  const unknown = Array.from({ length: partners - known.length }, () => '');
  return draw.shuffled([...known, ...unknown]);
}

/** An epoch day that is a Monday (1970-01-05). */
const WEEK_START = 4;

/** Nine in ten live within some 25 miles of their office, the others within some 170; one in twenty has no coordinates. */
function coordinates(draw: Random, office: Office): { readonly latitude: string; readonly longitude: string } {
  const reach = draw.chance(0.9) ? 0.25 : 1.8;
  const latitude = office.latitude + (draw.unit() * 2 - 1) * reach;
  const longitude = office.longitude + (draw.unit() * 2 - 1) * reach;
  if (draw.chance(0.05)) return { latitude: '', longitude: '' };
  return { latitude: latitude.toFixed(4), longitude: longitude.toFixed(4) };
}
