import { describe, expect, it } from 'vitest';
import { sampleTables } from '../../../src/domains/loans/sample/index.ts';
import { type LoansTables, loansTables } from '../../../src/domains/loans/tables.ts';
import { addDays, epochDay, weekday } from '../../../src/tables/dates.ts';
import { validateAll } from '../../../src/tables/load.ts';

const SEEDS = [1, 2, 42];
const WEEK = '2025-09-22';
const WINDOW = Array.from({ length: 14 }, (_, day) => addDays(WEEK, day));
const OPEN = ['2025-09-22', '2025-09-23', '2025-09-25', '2025-09-26', '2025-09-27'];

const read = (seed: number) => validateAll(Object.values(loansTables), sampleTables(seed));
const tablesOf = (seed: number) => read(seed).tables as unknown as LoansTables;

/** Vehicles of Los Angeles and the days of the fortnight on which each is in service and not occupied. */
function freeDays(tables: LoansTables): ReadonlyMap<string, readonly string[]> {
  const busy = new Map<string, (readonly [string, string])[]>();
  for (const { vin, start_date, end_date } of tables.current_activity.rows) {
    if (start_date !== null && end_date !== null) busy.set(vin, [...(busy.get(vin) ?? []), [start_date, end_date]]);
  }
  const local = tables.vehicles.rows.filter(({ office }) => office === 'Los Angeles');
  return new Map(
    local.map(({ vin, in_service_date: from, expected_turn_in_date: to }) => [
      vin,
      WINDOW.filter((day) => {
        const inService = (from === null || from <= day) && (to === null || day <= to);
        return inService && !(busy.get(vin) ?? []).some(([first, last]) => first <= day && day <= last);
      }),
    ]),
  );
}

/** Free vehicles and approved partners of Los Angeles, paired by make. */
function week(tables: LoansTables) {
  const free = freeDays(tables);
  const vehicles = tables.vehicles.rows.filter(({ vin }) => free.get(vin)?.length === 14);
  const makes = new Set(vehicles.map(({ make }) => make));
  const local = new Set(
    tables.media_partners.rows.filter((row) => row.office === 'Los Angeles').map((row) => row.person_id),
  );
  const approvals = tables.approved_makes.rows.filter(({ person_id, make }) => local.has(person_id) && makes.has(make));
  return { free, vehicles, approvals, ofMake: (make: string) => vehicles.filter((vehicle) => vehicle.make === make) };
}

function counts(words: readonly (string | null)[]): Record<string, number> {
  const result: Record<string, number> = {};
  for (const word of words) result[String(word)] = (result[String(word)] ?? 0) + 1;
  return result;
}

describe.each(SEEDS)('the sample of seed %i', (seed) => {
  const data = read(seed);
  const tables = data.tables as unknown as LoansTables;
  const { free, vehicles, approvals, ofMake } = week(tables);

  it('has tables that fit each other: no unknown name, no car in two places', () => {
    expect(data.notes).toEqual([]);
  });

  it('has the row counts of the real data, and every row is valid', () => {
    const rows = Object.fromEntries(Object.entries(data.tables).map(([name, table]) => [name, table.rows.length]));
    expect(rows).toEqual({
      vehicles: 858,
      media_partners: 744,
      approved_makes: 4794,
      loan_history: 11043,
      current_activity: 1321,
      ops_capacity_calendar: 975,
      rules: 24,
      budgets: 500,
      offices: 15,
      company_budgets: 0,
      partner_offices: 0,
      partner_preferences: 0,
      model_taxonomy: 0,
      maintenance: 0,
      partner_hours: 0,
    });
    expect(data.quarantined).toEqual([]);
    expect(tables.vehicles.rows.filter(({ office }) => office === 'Los Angeles')).toHaveLength(226);
    expect(tables.media_partners.rows.filter(({ office }) => office === 'Los Angeles')).toHaveLength(202);
  });

  it('has 196 vehicles free all fortnight, and 30 that are never free for seven days', () => {
    expect(vehicles).toHaveLength(196);
    const longest = [...free.values()].map((days) => {
      const starts = days.filter((day) =>
        Array.from({ length: 7 }, (_, d) => addDays(day, d)).every((d) => days.includes(d)),
      );
      return starts.length;
    });
    expect(longest.filter((starts) => starts === 0)).toHaveLength(30);
  });

  it('has the approvals of the real week by make and by rank', () => {
    expect(counts(approvals.map(({ make }) => make))).toEqual({
      Toyota: 93,
      Hyundai: 89,
      Mazda: 85,
      Audi: 79,
      Volvo: 86,
      Volkswagen: 60,
      Genesis: 79,
      Lexus: 83,
      Bentley: 12,
      Maserati: 55,
      Polestar: 6,
    });
    expect(counts(approvals.map(({ rank }) => rank))).toEqual({ 'A+': 80, A: 291, B: 273, C: 79, Pending: 4 });
  });

  it('pairs vehicles and partners 12,219 times', () => {
    expect(approvals.reduce((sum, { make }) => sum + ofMake(make).length, 0)).toBe(12_219);
  });

  it('has 149 eligible partners with one to ten makes, 41 with one, 41 with an A+', () => {
    const makes = Object.values(counts(approvals.map(({ person_id }) => person_id)));
    expect(makes).toHaveLength(149);
    expect([Math.min(...makes), Math.max(...makes)]).toEqual([1, 10]);
    expect(makes.filter((count) => count === 1)).toHaveLength(41);
    expect(new Set(approvals.filter(({ rank }) => rank === 'A+').map(({ person_id }) => person_id)).size).toBe(41);
  });

  it('gives every make an A+ partner that no rule forbids', () => {
    const best = new Set(approvals.filter(({ rank }) => rank === 'A+').map(({ make }) => make));
    expect(best.size).toBe(11);
    expect(tables.rules.rows.filter(({ rank }) => rank === 'A+')).toEqual([]);
  });

  it('loses about 4 percent of the week to cooldowns', () => {
    const days = (make: string) => tables.rules.rows.find((rule) => rule.make === make)?.cooldown_period ?? 30;
    const last = new Map<string, number>();
    for (const { person_id, make, model, start_date, end_date } of tables.loan_history.rows) {
      const end = epochDay(end_date ?? start_date ?? '');
      for (const key of [`${person_id}|${make}`, `${person_id}|model|${model}`]) {
        last.set(key, Math.max(end, last.get(key) ?? end));
      }
    }
    const blocked = approvals.flatMap(({ person_id, make }) =>
      ofMake(make).flatMap(({ model }) => {
        const end = last.get(`${person_id}|model|${model}`) ?? last.get(`${person_id}|${make}`) ?? -1e9;
        return days(make) === 0 ? [] : OPEN.filter((day) => epochDay(day) < end + days(make));
      }),
    );
    expect(blocked.length / (5 * 12_219)).toBeCloseTo(0.0405, 3);
  });

  it('loses a few hundred candidates to caps of zero', () => {
    const zero = new Set(
      tables.rules.rows.filter((rule) => rule.loan_cap_per_year === 0).map((r) => `${r.make} ${r.rank}`),
    );
    const lost = approvals.filter(({ make, rank }) => zero.has(`${make} ${rank}`));
    const candidates = lost.reduce((sum, { make }) => sum + 5 * ofMake(make).length, 0);
    expect(candidates).toBeGreaterThan(150);
    expect(candidates).toBeLessThan(900);
  });

  it('has pairs at, under and over their cap already', () => {
    const cap = new Map(tables.rules.rows.map((rule) => [`${rule.make} ${rule.rank}`, rule.loan_cap_per_year]));
    const used = counts(
      tables.loan_history.rows
        .filter(({ start_date, end_date }) => (end_date ?? start_date ?? '') >= '2024-09-22')
        .map(({ person_id, make }) => `${person_id} ${make}`),
    );
    const left = approvals.flatMap(({ person_id, make, rank }) => {
      const most = cap.get(`${make} ${rank}`);
      return typeof most === 'number' && most > 0 ? [most - (used[`${person_id} ${make}`] ?? 0)] : [];
    });
    expect(left.filter((loans) => loans < 0).length).toBeGreaterThan(20);
    expect(left.filter((loans) => loans === 0).length).toBeGreaterThan(20);
    expect(left.filter((loans) => loans > 0).length).toBeGreaterThan(200);
  });

  it('has publication rates with the mean of Beta(2, 5), and 30 percent of pairs with a publication', () => {
    const loans = new Map<string, { all: number; published: number }>();
    for (const row of tables.loan_history.rows) {
      if ((row.end_date ?? row.start_date ?? '') < '2023-09-22') continue;
      const pair = loans.get(`${row.person_id} ${row.make}`) ?? { all: 0, published: 0 };
      loans.set(`${row.person_id} ${row.make}`, {
        all: pair.all + 1,
        published: pair.published + (row.clips_received === true ? 1 : 0),
      });
    }
    const pairs = approvals.map(({ person_id, make }) => loans.get(`${person_id} ${make}`));
    const rates = pairs.flatMap((pair) => (pair && pair.published > 0 ? [pair.published / pair.all] : []));
    expect(rates.length).toBe(218);
    expect(rates.reduce((sum, rate) => sum + rate, 0) / rates.length).toBeCloseTo(2 / 7, 1);
  });

  it('has the preferred weekdays of real partners', () => {
    const known = tables.media_partners.rows.flatMap((row) => row.preferred_day_of_week ?? []);
    expect(counts(known)).toEqual({ mon: 112, tue: 83, wed: 96, thu: 90, fri: 41 });
  });
});

describe('the sample', () => {
  it('is the same, byte for byte, for the same seed', () => {
    expect(JSON.stringify(sampleTables(5))).toBe(JSON.stringify(sampleTables(5)));
  });

  it('is another for another seed', () => {
    expect(read(5).fingerprint).not.toBe(read(6).fingerprint);
  });

  it('has a holiday and a travel day in the Los Angeles week, and no row for weekends', () => {
    const rows = tablesOf(1).ops_capacity_calendar.rows.filter(({ office }) => office === 'Los Angeles');
    const days = rows.filter(({ date }) => date >= '2025-09-22' && date <= '2025-09-28');
    expect(days.map(({ slots, notes }) => [slots, notes])).toEqual([
      [15, null],
      [15, null],
      [0, 'Company holiday'],
      [8, 'Travel day - reduced staff'],
      [15, null],
    ]);
    expect(rows.filter(({ date }) => ['sat', 'sun'].includes(weekday(date)))).toEqual([]);
  });

  it('has short, overspent, ungranted and missing budgets in the third quarter of Los Angeles', () => {
    const rows = tablesOf(1).budgets.rows.filter((row) => row.office === 'Los Angeles' && row.quarter === 'Q3');
    const of = (fleet: string) => rows.find((row) => row.fleet === fleet);
    expect(of('TOYOTA')).toMatchObject({ budget_amount: 4_200_000, amount_used: 4_013_000 });
    expect(of('MAZDA')).toMatchObject({ budget_amount: 3_000_000, amount_used: 3_127_525 });
    expect(of('GENESIS')).toMatchObject({ budget_amount: null });
    expect(of('LEXUS')).toBeUndefined();
  });

  it('writes six models with a space at the end, which the reader removes', () => {
    const raw = sampleTables(1).find(({ name }) => name === 'vehicles');
    const models = new Set(raw?.rows.map((row) => row[2] as string));
    expect([...models].filter((model) => model.endsWith(' '))).toHaveLength(6);
    expect(tablesOf(1).vehicles.rows.filter(({ model }) => model !== model.trim())).toEqual([]);
  });

  it('invents VINs of 17 characters, each once', () => {
    const vins = tablesOf(1).vehicles.rows.map(({ vin }) => vin);
    expect(new Set(vins).size).toBe(858);
    expect(vins.filter((vin) => !/^[0-9A-HJ-NPR-Z]{17}$/.test(vin))).toEqual([]);
  });

  it('writes person ids as floats where there are gaps, and they still name partners', () => {
    const { current_activity, media_partners } = tablesOf(1);
    const ids = new Set(media_partners.rows.map(({ person_id }) => person_id));
    const borrowers = current_activity.rows.flatMap(({ person_id }) => person_id ?? []);
    expect(borrowers.length).toBeGreaterThan(500);
    expect(borrowers.filter((id) => !ids.has(id))).toEqual([]);
  });
});
