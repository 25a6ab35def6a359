import type { HoursRow } from '../tables.ts';
import type { World } from '../world.ts';

/** The hours in which an office's drivers hand cars over, and how many handovers each of them has. */
export interface Drivers {
  readonly per_hour: number;
  readonly from: number;
  readonly to: number;
}

/** The parameters of the rule `hours`. */
export interface HoursRule extends Drivers {
  /** What differs in single offices. */
  readonly offices: Readonly<Record<string, { readonly [K in keyof Drivers]?: Drivers[K] | undefined }>>;
}

/** Whole hours from the first to before the last: 9 to 12 are those that begin at 9, 10 and 11. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Drivers and partners of a world, by their hours. */
export interface Hours {
  readonly drivers: readonly Drivers[];
  /** The hours in which an office can hand a car to a partner on a day; none where `from` is not before `to`. */
  readonly spanOf: (office: number, partner: number, day: number) => Span;
}

/** The drivers of an office: those of the rule, with what differs there. */
export const driversOf = ({ offices, per_hour, from, to }: HoursRule, office: string): Drivers => {
  const own = Object.hasOwn(offices, office) ? offices[office]! : {};
  return { per_hour: own.per_hour ?? per_hour, from: own.from ?? from, to: own.to ?? to };
};

/** The hours of drivers and partners. A partner without a row for the weekday takes a car at any hour. */
export function hoursOf(rule: HoursRule, { offices, partners, days, tables }: World): Hours {
  const drivers = offices.map((office) => driversOf(rule, office));
  const rows = new Map(tables.partner_hours.rows.map((row) => [`${row.weekday} ${row.person_id}`, row]));
  const known = partners.map(({ person_id }) =>
    days.map(({ weekday }) => wholeHours(rows.get(`${weekday} ${person_id}`))),
  );
  return {
    drivers,
    spanOf: (office, partner, day) => {
      const [{ from, to }, own] = [drivers[office]!, known[partner]![day]!];
      return { from: Math.max(from, own.from), to: Math.min(to, own.to) };
    },
  };
}

/** From the first whole hour in a partner's time to the end of the last one. */
function wholeHours(row: HoursRow | undefined): Span {
  if (row === undefined) return { from: 0, to: 24 };
  const hour = (time: string) => Number(time.slice(0, 2));
  const begun = row.from.slice(2) === ':00:00' ? 0 : 1;
  return { from: hour(row.from) + begun, to: hour(row.to) };
}

/** "9:00 to 12:00". */
export const spanText = ({ from, to }: Span): string => `${from}:00 to ${to}:00`;
