import { z } from 'zod';
import type { At } from '../../../policy/candidates.ts';
import { rule } from '../../../policy/rule.ts';
import { nearest } from '../../../problems/nearest.ts';
import { type Problem, Refusal } from '../../../problems/problem.ts';
import { noteTexts } from '../../../tables/problems.ts';
import { fleetOf } from '../audit/fleet.ts';
import type { LoansTables, PartnerRow, VehicleRow } from '../tables.ts';
import type { LoanAxis, World } from '../world.ts';

const named = (what: string) =>
  z
    .union([z.string().trim().min(1), z.number()])
    .transform((value) => `${value}`)
    .optional()
    .describe(what);

const pauseShape = z
  .strictObject({
    make: named('loans of this make'),
    model: named('loans of this model'),
    fleet: named('loans of cars of this fleet or of this make, in any spelling of its name'),
    partner: named('loans to this partner, by its person_id'),
    office: named('loans of cars of this office'),
    from: z.iso.date().optional().describe('the first day on which none may start; left out: every day up to `to`'),
    to: z.iso.date().optional().describe('the last day on which none may start; left out: every day from `from` on'),
    note: z.string().optional().describe('why, for the reader'),
  })
  .refine((one) => NAMES.some((name) => one[name] !== undefined), {
    message: 'needs at least one of make, model, fleet, partner, office',
  });

const NAMES = ['make', 'model', 'fleet', 'partner', 'office'] as const;
type Name = (typeof NAMES)[number];

/** One entry of `rules.pause`. */
export type Pause = z.output<typeof pauseShape>;

const parameters = z
  .union([z.literal(false), z.array(pauseShape).min(1)])
  .default(false)
  .describe('what is not lent, and between which days');

/** What is not lent for a while: a make that was called back, a partner on holiday. */
export const pause = rule<typeof parameters, World, LoanAxis, readonly Paused[]>({
  name: 'pause',
  title: 'Pauses',
  section: 'rules',
  meaning:
    'No loan of a make, model or fleet, of an office or to a partner starts while it is paused. A pause that names several of them holds for loans that meet all. Loans that started before go on.',
  formula: 'removed if from <= start day <= to, and the loan has every make, model, fleet, partner and office named',
  parameters,
  ledger: ({ own, world }) => pausesOf(own, world),
  filters: ({ ledger, world }) => {
    const first = (at: At<LoanAxis>) =>
      ledger.find(({ day, car, partner }) => day[at.start_day] && car[at.vin] && partner?.[at.person_id] !== false);
    const ofPartners = ledger.some(({ partner }) => partner !== undefined);
    return [
      {
        step: 'pause',
        text: 'what is paused on that day is not lent',
        on: ofPartners ? (['start_day', 'vin', 'person_id'] as const) : (['start_day', 'vin'] as const),
        removes: (at) => first(at) !== undefined,
        why: (at) => `${pauseText(first(at)!.pause)}, and the loan starts on ${world.days[at.start_day]!.date}`,
      },
    ];
  },
});

/** A pause, and which days, cars and partners of the world it is about. */
interface Paused {
  readonly pause: Pause;
  readonly day: readonly boolean[];
  readonly car: readonly boolean[];
  /** Undefined where it names none. */
  readonly partner: readonly boolean[] | undefined;
}

/** @throws Refusal where a pause names what no table knows: it would forbid nothing. */
function pausesOf(pauses: readonly Pause[], { days, vehicles, partners, tables }: World): readonly Paused[] {
  const problems = pauses.flatMap((one, at) => strangersIn(one, at, tables));
  if (problems.length > 0) throw new Refusal(problems);
  return pauses.map((one) => ({
    pause: one,
    day: days.map(({ date }) => (one.from ?? date) <= date && date <= (one.to ?? date)),
    car: vehicles.map((row) => isMeant(one, row)),
    partner: one.partner === undefined ? undefined : partners.map((row) => row.person_id === one.partner),
  }));
}

/** Whether a pause is about a car, whoever gets it. Its fleet is that of its row, and that of its make. */
function isMeant({ make, model, fleet, office }: Pause, row: VehicleRow): boolean {
  if (make !== undefined && row.make !== make) return false;
  if (model !== undefined && row.model !== model) return false;
  if (office !== undefined && row.office !== office) return false;
  return fleet === undefined || fleetsOf(row).includes(fleetOf(fleet));
}

const fleetsOf = ({ make, fleet }: VehicleRow): readonly string[] =>
  fleet === null ? [fleetOf(make)] : [fleetOf(make), fleetOf(fleet)];

/** What a pause names and no table knows; then cars of which no one has all that it names. */
function strangersIn(one: Pause, at: number, tables: LoansTables): readonly Problem[] {
  const problems = NAMES.flatMap((name) => strangerIn(one, name, at, tables));
  const ofCars = (['make', 'model', 'fleet', 'office'] as const).filter((name) => one[name] !== undefined);
  if (problems.length > 0 || ofCars.length < 2 || tables.vehicles.rows.some((row) => isMeant(one, row)))
    return problems;
  const what = ofCars.map((name) => `${name} ${one[name]}`).join(', ');
  const message = `rules.pause: no car has ${what} together, so that nothing would be paused${noteTexts.setAside([tables.vehicles])}`;
  return [{ path: ['rules', 'pause', at], message, maybe: 'Maybe two pauses are meant.' }];
}

function strangerIn(one: Pause, name: Name, at: number, tables: LoansTables): readonly Problem[] {
  const value = one[name];
  if (value === undefined) return [];
  const known = KNOWN[name](tables);
  const same = name === 'fleet' ? known.some((each) => fleetOf(each) === fleetOf(value)) : known.includes(value);
  if (same) return [];
  const close = idOfName(tables.media_partners.rows, name, value) ?? nearest(value, known);
  return [
    {
      path: ['rules', 'pause', at, name],
      message: `rules.pause: no table knows the ${name} "${value}", so that nothing would be paused${noteTexts.setAside([tables.vehicles, tables.media_partners])}`,
      maybe: close === undefined ? `Maybe one of: ${known.slice(0, 12).join(', ')}.` : `Maybe you meant "${close}".`,
    },
  ];
}

/** The id of the partner that is written by its name. */
const idOfName = (rows: readonly PartnerRow[], name: Name, value: string): string | undefined =>
  name === 'partner' ? rows.find((row) => row.name === value)?.person_id : undefined;

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

const KNOWN: Readonly<Record<Name, (tables: LoansTables) => readonly string[]>> = {
  make: ({ vehicles, approved_makes }) =>
    distinct([...vehicles.rows.map((row) => row.make), ...approved_makes.rows.map((row) => row.make)]),
  model: ({ vehicles }) => distinct(vehicles.rows.map((row) => row.model)),
  fleet: ({ vehicles, budgets }) =>
    distinct([
      ...vehicles.rows.flatMap(({ make, fleet }) => (fleet === null ? [make] : [make, fleet])),
      ...budgets.rows.map((row) => row.fleet),
    ]),
  partner: ({ media_partners }) => distinct(media_partners.rows.map((row) => row.person_id)),
  office: ({ vehicles, media_partners }) =>
    distinct([...vehicles.rows.map((row) => row.office), ...media_partners.rows.map((row) => row.office)]),
};

/** "make Audi is paused from 2025-09-22 to 2025-09-26 (recall)". */
export function pauseText(one: Pause): string {
  const what = NAMES.flatMap((name) => (one[name] === undefined ? [] : [`${name} ${one[name]}`])).join(', ');
  const days = [one.from && ` from ${one.from}`, one.to && ` to ${one.to}`].join('');
  return `${what} is paused${days}${one.note === undefined ? '' : ` (${one.note})`}`;
}
