import type { Problem } from '../../problems/problem.ts';
import { addDays, longDate, weekday, weekdayName } from '../../tables/dates.ts';
import { driversOf } from './ledgers/hours.ts';
import { pauseText } from './rules/pause.ts';
import type { LoansSettings } from './scenario.ts';

/** Settings that are each right and together mean nothing: they would be ignored silently. */
export function check(settings: LoansSettings): readonly Problem[] {
  return [
    ...whichOffices(settings),
    ...repeatedDays(settings),
    ...shortHorizon(settings),
    ...turnedPauses(settings),
    ...turnedHours(settings),
  ];
}

function whichOffices({ office, offices }: LoansSettings): readonly Problem[] {
  if (office === undefined && offices === undefined)
    return [{ path: ['office'], message: 'office: is missing', maybe: 'Maybe office: Los Angeles, or offices: all.' }];
  if (office !== undefined && offices !== undefined)
    return [{ path: ['offices'], message: 'offices: stands beside office', maybe: 'Maybe only one of them is meant.' }];
  const twice = offices === 'all' ? undefined : offices?.find((each, index) => offices.indexOf(each) !== index);
  return twice === undefined
    ? []
    : [{ path: ['offices'], message: `offices: names ${twice} twice`, maybe: 'Maybe another office is meant.' }];
}

function repeatedDays({ start_days }: LoansSettings): readonly Problem[] {
  const twice = start_days.find((day, index) => start_days.indexOf(day) !== index);
  return twice === undefined
    ? []
    : [{ path: ['start_days'], message: `start_days: names ${twice} twice`, maybe: 'Maybe another day is meant.' }];
}

function shortHorizon({ rules: { availability } }: LoansSettings): readonly Problem[] {
  if (availability === false || availability.horizon_days >= availability.min_days) return [];
  const { horizon_days, min_days } = availability;
  return [
    {
      path: ['rules', 'availability', 'horizon_days'],
      message: `rules.availability.horizon_days: ${horizon_days} days cannot hold a loan of ${min_days} days (min_days), so that no car would ever be free`,
      maybe: `Maybe ${min_days + 7}: a loan may start on any day of the week.`,
    },
  ];
}

function turnedPauses({ rules: { pause } }: LoansSettings): readonly Problem[] {
  return (pause || []).flatMap(({ from, to }, at) =>
    from === undefined || to === undefined || from <= to
      ? []
      : [
          {
            path: ['rules', 'pause', at, 'to'],
            message: `rules.pause: ends on ${to}, before it begins on ${from}, so that nothing would be paused`,
            maybe: `Maybe from: ${to} and to: ${from}.`,
          },
        ],
  );
}

function turnedHours({ rules: { hours } }: LoansSettings): readonly Problem[] {
  if (hours === false) return [];
  const places = [['from'], ...Object.keys(hours.offices).map((office) => ['offices', office])];
  return places.flatMap((place) => {
    const { from, to } = driversOf(hours, place[1] ?? '');
    const message = `rules.hours${place[1] === undefined ? '' : `.offices.${place[1]}`}: drivers end at ${to}:00, not after they begin at ${from}:00`;
    return from < to
      ? []
      : [{ path: ['rules', 'hours', ...place], message, maybe: `Maybe from: ${to} and to: ${from}.` }];
  });
}

/** Pauses that are over, or not yet there, in every week of the question: as strays of the calendar are. */
export function strayPauses({ week, weeks = 1, rules: { pause } }: LoansSettings): readonly string[] {
  const last = addDays(week, 7 * weeks - 1);
  return (pause || []).flatMap((one) =>
    (one.from ?? week) > last || (one.to ?? last) < week
      ? [`rules.pause: ${pauseText(one)}, which is not in the ${weeks === 1 ? `week of ${week}` : 'weeks'}`]
      : [],
  );
}

/**
 * Overrides of the calendar that change nothing in this week: no error, since one scenario may serve several weeks, but
 * worth a line to the reader.
 */
export function strayOverrides({ week, weeks, start_days, rules: { capacity } }: LoansSettings): readonly string[] {
  if (capacity === false) return [];
  const where = weeks === undefined ? `not in the week of ${week}` : 'in none of the weeks';
  return Object.entries(capacity.override).flatMap(([date, { slots }]) => {
    if (date < week || date > addDays(week, 7 * (weeks ?? 1) - 1))
      return [`rules.capacity.override names ${date}, which is ${where}`];
    const day = weekday(date);
    // Of many weeks, each speaks of its own days.
    if (slots === 0 || start_days.includes(day) || date > addDays(week, 6)) return [];
    return [
      `rules.capacity.override gives ${longDate(date)} ${slots} slots, but start_days has no ${weekdayName(day)}: no loan can use them`,
    ];
  });
}
