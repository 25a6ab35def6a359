import { addDays } from '../../src/tables/dates.ts';
import { type Choices, choices, type Keys, rawOf, times, type Week } from './weeks.ts';

/** How large a random week is. */
export interface Size {
  readonly cars: number;
  readonly partners: number;
  readonly days: number;
}

/** Small enough that every schedule can be tried: at the most 2,500 where no rule forbids any. */
const TINY: readonly Size[] = [
  { cars: 2, partners: 4, days: 3 },
  { cars: 2, partners: 3, days: 3 },
  { cars: 3, partners: 3, days: 2 },
  { cars: 3, partners: 2, days: 3 },
  { cars: 3, partners: 4, days: 2 },
  { cars: 4, partners: 2, days: 2 },
  { cars: 4, partners: 3, days: 1 },
  { cars: 4, partners: 4, days: 1 },
];

/** Two spellings of one fleet each, so that cars of different cost share a budget. */
const MAKES = ['Toyota', 'Land Rover', 'LandRover', 'VW', 'Volkswagen', 'Aston-Martin'] as const;
const FLEETS = ['toyota', 'LAND ROVER', 'VOLKSWAGEN', 'VW', 'ASTON MARTIN'] as const;
const RANKS = ['A+', 'A', 'A', 'B', 'B', 'C', 'Pending', '', 'a'] as const;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** A week in which every rule of the domain may have something to say; the same week for the same seed. */
export function randomWeek(seed: number, size: Size = TINY[seed % TINY.length]!): Week {
  const choose = choices(seed);
  const { below, pick, shuffled } = choose;
  // The second week lies in two quarters.
  const week = pick('2025-09-22', '2025-09-29');
  const garage = shuffled(MAKES).slice(0, 1 + below(3));
  const fleet = times(size.cars, (index) => ({
    vin: `V${index}`,
    make: pick(...garage),
  }));
  const people = times(size.partners, (index) => `${index + 8}`);
  const makes = [...new Set(fleet.map(({ make }) => make))];
  const start_days = shuffled(DAYS.slice(0, 6)).slice(0, size.days);
  const date = (from: number, to: number) => addDays(week, from + below(to - from + 1));
  const raw = [
    rawOf(
      'vehicles',
      fleet.map((car, index) => ({ ...car, ...vehicle(choose, date, index) })),
    ),
    rawOf(
      'media_partners',
      people.map((person_id, index) => ({ person_id, ...partner(choose, index) })),
    ),
    rawOf(
      'approved_makes',
      people.flatMap((person_id) =>
        makes.filter(() => below(6) > 0).map((make) => ({ person_id, make, rank: pick(...RANKS) })),
      ),
    ),
    rawOf(
      'loan_history',
      times(below(12), (index) => ({
        activity_id: `H${index}`,
        vin: `V${below(5)}`,
        person_id: pick(...people),
        make: pick(...makes),
        ...past(choose, week),
      })),
    ),
    rawOf('current_activity', [...activities(choose, people, week), ...swap(choose, people, week, size.cars)]),
    rawOf('ops_capacity_calendar', calendar(choose, week)),
    rawOf(
      'rules',
      makes.flatMap((make) =>
        ['A', 'B', 'C', 'A+']
          .filter(() => below(4) > 0)
          .map((rank) => ({
            make,
            rank,
            loan_cap_per_year: pick('', '0', '1', '1', '1', '1', '2', '2'),
            cooldown_period: pick('', '', '0', '5', '60'),
          })),
      ),
    ),
    rawOf(
      'budgets',
      FLEETS.flatMap((name) =>
        ['Q3', 'Q4']
          .filter(() => choose.once(2))
          .map((quarter) => ({
            office: 'LA',
            fleet: name,
            year: '2025',
            quarter,
            budget_amount: pick('', `${below(3000)}.${10 + below(90)}`, '$1,000.00'),
            amount_used: pick('', '0', `${below(700)}.05`),
          })),
      ),
    ),
    rawOf('offices', [{ name: 'LA', latitude: '34.0522', longitude: '-118.2437' }, { name: 'Elsewhere' }]),
  ];
  return { raw, keys: policy(choose, week, start_days) };
}

type Cells = Readonly<Record<string, string>>;

function vehicle({ pick, once }: Choices, date: (from: number, to: number) => string, index: number): Cells {
  return {
    model: pick('One', 'Two', 'Two '),
    office: index > 0 && once(9) ? 'Elsewhere' : 'LA',
    in_service_date: once(8) ? date(-5, 6) : '',
    expected_turn_in_date: once(6) ? date(3, 14) : '',
  };
}

function partner({ below, pick, once, shuffled }: Choices, index: number): Cells {
  return {
    name: `Partner ${index}`,
    office: index > 0 && once(9) ? 'Elsewhere' : 'LA',
    allowed_start_dows: once(4) ? shuffled(DAY_NAMES).slice(0, 4).join(',') : '',
    preferred_day_of_week: once(2) ? pick('Monday', 'Tuesday', 'Thursday') : '',
    latitude: once(4) ? '' : `34.${below(999)}`,
    longitude: once(4) ? '' : `-118.${below(999)}`,
  };
}

function past({ below, pick, once }: Choices, week: string): Cells {
  const end = addDays(
    week,
    pick(-below(20), -below(90), -60 - below(300), -60 - below(300), -below(800), below(8), -7 * below(9)),
  );
  return {
    model: once(4) ? '' : pick('One', 'Two'),
    start_date: addDays(end, -7),
    end_date: once(6) ? '' : end,
    clips_received: pick('yes', 'no', '', 'true', '0'),
  };
}

function activities(choose: Choices, people: readonly string[], week: string): readonly Cells[] {
  const { below, pick } = choose;
  return times(below(4), (index) => ({
    activity_id: `C${index}`,
    vin: `V${below(9)}`,
    person_id: pick('', ...people),
    activity_type: pick('Loan', 'Hold'),
    ...span(choose, week),
  }));
}

/** One car comes back from a partner on the day on which another goes there: one drive, and so one slot. */
function swap({ below, pick, once }: Choices, people: readonly string[], week: string, cars: number): readonly Cells[] {
  if (!once(3)) return [];
  const [day, person_id] = [below(6), pick('', ...people)];
  const row = (activity_id: string, car: number, from: number, to: number): Cells => ({
    ...{ activity_id, vin: `V${car}`, person_id },
    ...{ start_date: addDays(week, from), end_date: addDays(week, to) },
  });
  return [row('S1', cars - 1, day - 1, day), row('S2', cars - 2, day, day)];
}

/** Mostly short, sometimes beyond every horizon. */
function span({ below, pick, once }: Choices, week: string): Cells {
  const start = below(14) - 5;
  return {
    start_date: addDays(week, start),
    end_date: once(9) ? '2099-12-31' : addDays(week, start + pick(0, 1, 2, 3, 3, 6, 9)),
  };
}

function calendar({ below, pick, once }: Choices, week: string): readonly Cells[] {
  return times(7, (offset) => ({
    office: 'LA',
    date: addDays(week, offset),
    slots: pick('', '0', '1', '1', '2', '2', '2', '3', '4'),
    notes: once(4) ? 'Travel day' : '',
  }))
    .filter(() => below(5) > 0)
    .concat(once(3) ? [{ office: 'Elsewhere', date: week, slots: '0', notes: '' }] : []);
}

/** Every rule in every mode, off now and then. */
function policy({ below, pick, once }: Choices, week: string, start_days: readonly string[]): Keys {
  const or = (rule: object) => (once(8) ? false : rule);
  return {
    week,
    start_days,
    seed: below(1000),
    weights: {
      rank: pick(1, 0.5, 1.375, 0),
      geo: pick(0, 100, 33.333),
      pub: pick(0, 150, 157.125),
      hist: pick(0, 50, 12.5),
      preferred_day: pick(0, 0, 150),
    },
    rules: {
      availability: or({
        min_days: pick(1, 3, 7),
        horizon_days: pick(7, 14, 14, 14),
        turn_in: pick('filter', 'ignore'),
      }),
      cooldown: or({ days: pick(0, 7, 7, 30) }),
      capacity: or({
        default_slots: 1 + below(4),
        override: once(4) ? { [addDays(week, below(6))]: { slots: below(4) } } : {},
        count_existing: once(3),
        empty_week: 'default',
      }),
      tier_caps: or({
        mode: pick('soft', 'hard', 'off'),
        penalty: pick(0, 100, 300, 801),
        window_months: pick(1, 12, 24),
        allow_zero_caps: once(2),
      }),
      fairness: or({
        mode: pick('stepped', 'linear', 'off'),
        target: pick(0, 1, 1, 2),
        penalty: pick(100, 200, 777),
        step_up: pick(0, 400),
      }),
      budgets: or({
        mode: pick('soft', 'hard', 'off'),
        points_per_dollar: pick(3, 0.37, 1, 0.01),
        missing: pick('allow', 'enforce'),
        default_cost: pick(400, 999.99),
        cost: pick<object>({}, { Toyota: 333.33, LandRover: 1200.5 }, { VW: 250.01, 'Land Rover': 0 }),
      }),
      partner_limits: or({ per_day: pick(0, 0, 0, 1, 2), per_week: pick(0, 0, 0, 1, 2) }),
      ranks: pick<unknown>(false, false, { allow: ['A+', 'A', 'B'] }, {}),
      no_repeat: pick<unknown>(false, false, { days: 365 }, { days: 20 }),
      locality: or({ by: pick('office', 'distance'), range_miles: pick(20, 60, 500) }),
    },
  };
}
