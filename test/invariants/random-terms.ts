import { addDays } from '../../src/tables/dates.ts';
import { randomOffices } from './random-offices.ts';
import { randomWeek } from './random-week.ts';
import { type Choices, choices, type Keys, rawOf, times, type Week } from './weeks.ts';

const SPANS = [
  { from: '09:00', to: '10:00' },
  { from: '9:30', to: '11:00' },
  { from: '10:00', to: '12:30' },
  { from: '09:00', to: '11:00' },
  { from: '10:30', to: '11:15' },
] as const;

type Rules = Readonly<Record<string, unknown>>;

/** A random week, of two offices now and then, with the rules and terms that are off by default. */
export function randomTerms(seed: number): Week {
  const { raw, keys } = seed % 3 === 0 ? randomOffices(seed) : randomWeek(seed);
  const { offices } = keys as { readonly offices?: unknown };
  const choose = choices(seed + 200_000);
  const column = (table: string, name: string): readonly string[] => {
    const found = raw.find((each) => each.name === table)!;
    return found.rows.map((cells) => cells[found.header.indexOf(name)]!.trim());
  };
  const known = {
    makes: column('vehicles', 'make'),
    models: column('vehicles', 'model'),
    people: column('media_partners', 'person_id'),
  };
  const { below, pick, once } = choose;
  const wishes = known.people.flatMap((person_id) =>
    [{ make: pick(...known.makes) }, { model: pick(...known.models) }, { body: 'SUV' }, { fuel: 'gas', body: 'SUV' }]
      .filter(() => once(2))
      .map((wanted) => ({ person_id, ...wanted, weight: pick('1', '0.333', `${below(3)}.125`) })),
  );
  const taxonomy = known.makes
    .map((make, at) => ({ make, model: known.models[at]!, body: pick('SUV', 'sedan', ''), fuel: pick('gas', '') }))
    .filter((row, at, all) => all.findIndex((one) => one.make === row.make && one.model === row.model) === at);
  const maintenance = once(2) ? false : { service_days: 1 + below(3), miles_of_loan: 50, loan_days: pick(1, 4, 7) };
  const serviced = column('vehicles', 'vin')
    .filter(() => once(2))
    .map((vin) => ({
      ...{ vin, every_days: pick('', '90'), last_service_date: addDays(String(keys.week), -95 + below(14)) },
      due_date: addDays(String(keys.week), below(20) - 5),
    }));
  const own = { Elsewhere: { from: 10, per_hour: 1 } };
  const hours = once(4) ? false : { per_hour: 1, from: 9, to: 10 + below(2), offices: offices && once(2) ? own : {} };
  const partnerHours = known.people.flatMap((person_id) =>
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat']
      .filter(() => !once(3))
      .map((weekday) => ({ person_id, weekday, ...pick<object>(...SPANS) })),
  );
  const { weights } = keys as { readonly weights: object };
  const rules = {
    ...(keys as { readonly rules: Rules }).rules,
    pause: pauses(choose, known, keys),
    maintenance,
    hours,
  };
  return {
    raw: [
      ...raw,
      rawOf('partner_preferences', wishes),
      rawOf('model_taxonomy', taxonomy),
      rawOf('maintenance', serviced),
      rawOf('partner_hours', partnerHours),
    ],
    keys: { ...keys, weights: { ...weights, preference: pick(0, 100, 33.333) }, rules },
  };
}

interface Names {
  readonly makes: readonly string[];
  readonly models: readonly string[];
  readonly people: readonly string[];
}

function pauses({ below, pick, once }: Choices, { makes, models, people }: Names, { week }: Keys): unknown {
  if (once(2)) return false;
  const date = () => addDays(String(week), below(6));
  const what = () =>
    pick<object>(
      { make: pick(...makes) },
      { model: pick(...models) },
      { fleet: pick(...makes) },
      { partner: pick(...people) },
    );
  return times(1 + below(2), () => {
    const [from, to] = [date(), date()].sort();
    return { ...what(), ...(once(3) ? {} : { from }), ...(once(3) ? {} : { to }) };
  });
}
