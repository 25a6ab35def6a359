/** The commented scenario that `evenhand init` writes. */
export const starter = `# yaml-language-server: $schema=https://unpkg.com/evenhand/scenarios/schema.json
kind: courses
title: My first timetable
week: {days: [mon, tue, wed, thu, fri], periods: 27, first: "08:30", minutes: 30}
# term: {first: 2026-09-02, last: 2026-12-18, zone: America/Toronto, holidays: [2026-10-12]}   # for calendars

patterns:                        # on which days a course may meet, and for how many periods, by its periods a week
  6: [[mon:6], [tue:6], [tue:3, thu:3], [mon:3, wed:3], [mon:2, wed:2, fri:2]]
  4: [[tue:2, thu:2], [mon:2, wed:2]]

curricula:                       # or data: {dir: my-data}, with courses.csv, curricula.csv …
  se2: {courses: {MATH1090: 6, EECS2011: 6, ENG2003: 6}}
  ee2: {courses: {EECS2210: 4, ENG2003: 6}}

unavailable:
  - {course: EECS2011, day: wed, periods: [[0, 4], [6, 9]]}
locks:
  - {course: ENG2003, at: [{day: tue, start: 10, len: 3}, {day: thu, start: 10, len: 3}]}

rules:                           # points; a rule that is left out costs nothing
  day_total: {min: 4, max: 14}
  span: {max: 14}
  lunch: {from: "11:30", to: "14:00", minutes: 60}

expect:                          # checked after each run; a failure ends with exit code 1
  status: optimal
`;
