import type { Row } from '../../../domain.ts';
import { lengthsOf, maskOf, meetingText, periodOf } from '../../../tables/cells/week.ts';
import type { World } from './world.ts';

/** A row for people: "ENG2003, Tue 13:30-15:00, Thu 13:30-15:00"; of a part of a row, what there is of it. */
export const rowText =
  ({ week }: World) =>
  ({ course, pattern, start, room }: Row): string => {
    const lengths = pattern === undefined ? undefined : lengthsOf(String(pattern));
    const from = start === undefined ? undefined : periodOf(week, String(start));
    const meets =
      lengths === undefined || from === undefined
        ? [pattern, start].filter((part) => part !== undefined).map(String)
        : lengths.map(({ day, periods }) => meetingText(week, { day, from, to: from + periods }));
    const weeks = pattern === undefined ? undefined : maskOf(String(pattern));
    return [
      ...(course === undefined ? [] : [String(course)]),
      ...meets,
      ...(weeks === undefined ? [] : [`weeks ${weeks}`]),
      ...(room === undefined || room === '' ? [] : [String(room)]),
    ].join(', ');
  };
