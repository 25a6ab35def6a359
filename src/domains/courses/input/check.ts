import type { Problem } from '../../../problems/problem.ts';
import { breakOf, lengthsOf, type Week } from '../../../tables/cells/week.ts';
import { plural } from '../../../text/format.ts';
import type { CourseSettings } from '../scenario.ts';
import { USUAL_PATTERNS } from './usual-patterns.ts';

/** What is wrong with settings that are each fine: patterns and breaks that do not fit into the week. */
export const check = ({ week, patterns, rules }: CourseSettings): readonly Problem[] => [
  // Nobody has written the usual patterns: those on days that the week does not have are left out.
  ...Object.entries(JSON.stringify(patterns) === JSON.stringify(USUAL_PATTERNS) ? {} : patterns).flatMap(
    ([name, list]) =>
      list.flatMap((parts, at) => [
        ...patternProblems(week, parts, ['patterns', name, at]),
        ...lengthProblems(name, parts, ['patterns', name, at]),
      ]),
  ),
  ...(rules.lunch === false ? [] : lunchProblems(week, rules.lunch)),
];

function patternProblems(week: Week, parts: readonly string[], path: Problem['path'] & {}): readonly Problem[] {
  return parts.flatMap((part): readonly Problem[] => {
    const found = lengthsOf(part)?.[0];
    if (found === undefined) return [];
    const { day, periods } = found;
    if (periods > week.periods)
      return [{ path, message: `${part} is longer than a day, which has ${week.periods} periods` }];
    if (week.days.includes(day)) return [];
    const maybe = `Maybe leave the pattern out, or add ${day} to week.days.`;
    return [{ path, message: `${part}: the week has no ${day}`, maybe }];
  });
}

/** A pattern that stands under a number has so many periods: courses of another length would have it silently. */
function lengthProblems(name: string, parts: readonly string[], path: Problem['path'] & {}): readonly Problem[] {
  const text = parts.join('+');
  const periods = (lengthsOf(text) ?? []).reduce((sum, part) => sum + part.periods, 0);
  if (!/^\d+$/.test(name) || periods === 0 || periods === Number(name)) return [];
  const message = `${text} has ${plural(periods, 'period')}, and stands under those of ${name}`;
  return [
    { path, message, maybe: `Maybe move it to ${periods}, or give the list a name that courses have as pattern.` },
  ];
}

function lunchProblems(week: Week, lunch: Parameters<typeof breakOf>[1]): readonly Problem[] {
  const { from, to, length } = breakOf(week, lunch);
  if (from + length <= to) return [];
  const message = `no break of ${lunch.minutes} minutes fits between ${lunch.from} and ${lunch.to} into the periods of a day`;
  return [{ path: ['rules', 'lunch'], message, maybe: 'Maybe a shorter break, or longer hours for it.' }];
}
