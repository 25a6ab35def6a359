import type { Loosening } from '../../domain.ts';
import { addDays, longDate, WEEKDAYS, weekday } from '../../tables/dates.ts';
import { plural } from '../../text/format.ts';
import { KNOWN_RANKS, rankOf, rankRulesOf } from './ledgers/ranks.ts';
import { slotsOf } from './ledgers/slots.ts';
import { pauseText } from './rules/pause.ts';
import type { LoansSettings } from './scenario.ts';
import type { LoansTables } from './tables.ts';
import { lendersOf, officesOf } from './world.ts';

type Loose = Loosening<LoansSettings, LoansTables>;

/** More slots than any calendar has. */
const MANY = 10_000;

/** What leaves no candidates behind and can give way: closed days, ranks that are not allowed, caps of 0, pauses. */
export const loosenings = (settings: LoansSettings, tables: LoansTables): readonly Loose[] => [
  ...closedDays(settings, tables),
  ...ranksLeftOut(settings, tables),
  ...zeroCaps(settings, tables),
  ...pauses(settings, tables),
];

/** Days on which an office has no slots. A slot more is one in each office: overrides are of all of them. */
function closedDays(settings: LoansSettings, tables: LoansTables): readonly Loose[] {
  return WEEKDAYS.flatMap((_, offset): readonly Loose[] => {
    const date = addDays(settings.week, offset);
    const day = weekday(date);
    const starts = settings.start_days.includes(day);
    const slots = slotsOn(settings, tables, date);
    if (starts && slots > 0) return [];
    const open = {
      ...(slots > 0 ? settings : withOneSlot(settings, tables, date)),
      start_days: WEEKDAYS.filter((each) => each === day || settings.start_days.includes(each)),
    };
    const name = longDate(date);
    const one = { settings: open, tables, label: name };
    if (starts) return [{ ...one, rule: 'capacity', change: `one slot on ${name}, which has none` }];
    const many = Number.isFinite(slots) ? ` (${plural(slots, 'slot')})` : '';
    const change =
      slots > 0 ? `loans that start on ${name}, too${many}` : `one slot on ${name}, on which no loan may start`;
    return [{ ...one, rule: 'start_days', change }];
  });
}

/** The fewest slots of a day that new loans may use in any office; without the rule, as many as anyone likes. */
function slotsOn(settings: LoansSettings, tables: LoansTables, date: string): number {
  const { rules, week } = settings;
  const { capacity } = rules;
  if (capacity === false) return Infinity;
  return Math.min(...officesOf(settings, tables).map((office) => slotsOf(capacity, { office, week }, tables).on(date)));
}

/** The settings in which a closed day has one slot beside those that bookings take. */
function withOneSlot(settings: LoansSettings, tables: LoansTables, date: string): LoansSettings {
  const { capacity } = settings.rules;
  if (capacity === false) return settings;
  const having = (slots: number): LoansSettings => ({
    ...settings,
    rules: { ...settings.rules, capacity: { ...capacity, override: { ...capacity.override, [date]: { slots } } } },
  });
  const taken = MANY - slotsOn(having(MANY), tables, date);
  return having(taken + 1);
}

function ranksLeftOut(settings: LoansSettings, tables: LoansTables): readonly Loose[] {
  const { ranks } = settings.rules;
  if (ranks === false) return [];
  const present = new Set(tables.approved_makes.rows.map(({ rank }) => rankOf(rank)));
  return KNOWN_RANKS.filter((rank) => !ranks.allow.includes(rank) && present.has(rankOf(rank))).map((rank) => ({
    rule: 'ranks',
    label: rank,
    change: `partners of rank ${rank}, too`,
    settings: { ...settings, rules: { ...settings.rules, ranks: { ...ranks, allow: [...ranks.allow, rank] } } },
    tables,
  }));
}

/** Each pause that holds on a day of the week. */
function pauses(settings: LoansSettings, tables: LoansTables): readonly Loose[] {
  const { week, rules } = settings;
  const all = rules.pause || [];
  return all
    .filter(({ from = week, to = week }) => from <= addDays(week, 6) && to >= week)
    .map((one) => {
      const others = all.filter((each) => each !== one);
      const label = pauseText({ ...one, note: undefined });
      const pause = others.length > 0 ? others : (false as const);
      return {
        rule: 'pause',
        label,
        change: `without the pause: ${label}`,
        settings: { ...settings, rules: { ...rules, pause } },
        tables,
      };
    });
}

/** Caps of 0 forbid a make to a rank. A cap of 1 is the least that does not. */
function zeroCaps(settings: LoansSettings, tables: LoansTables): readonly Loose[] {
  const { tier_caps: rule } = settings.rules;
  if (rule === false || rule.mode === 'off' || rule.allow_zero_caps) return [];
  const offices = new Set(officesOf(settings, tables));
  const lenders = lendersOf(tables);
  const makes = new Set(tables.vehicles.rows.filter((row) => offices.has(row.office)).map(({ make }) => make));
  const people = new Set(
    tables.media_partners.rows
      .filter((row) => lenders(row).some((office) => offices.has(office)))
      .map((row) => row.person_id),
  );
  const { ofRank } = rankRulesOf(tables.rules.rows);
  const speaking = new Set(
    tables.approved_makes.rows
      .filter(({ make, person_id }) => makes.has(make) && people.has(person_id))
      .map(({ make, rank }) => ofRank(make, rankOf(rank) || 'C')),
  );
  return tables.rules.rows
    .filter((row) => (row.loan_cap_per_year ?? 0) === 0 && speaking.has(row))
    .map((row) => {
      const who = row.rank === null ? 'any rank' : `rank ${row.rank}`;
      const rows = tables.rules.rows.map((each) => (each === row ? { ...row, loan_cap_per_year: 1 } : each));
      return {
        rule: 'tier_caps',
        label: `${who} and ${row.make}`,
        change: `a cap of 1 instead of 0 for each partner of ${who} and ${row.make}`,
        settings,
        tables: { ...tables, rules: { ...tables.rules, rows } },
      };
    });
}
