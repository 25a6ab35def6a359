import { Refusal } from '../problems/problem.ts';

const refuse = (file: string, message: string, maybe?: string): Refusal =>
  new Refusal([{ message, place: { file }, ...(maybe !== undefined && { maybe }) }]);

/** Every sentence about files of outcomes, side by side. */
export const historyProblems = {
  noJson: (file: string, why: string) =>
    refuse(file, `is no JSON that can be read: ${why}`, 'Maybe export it again, or as CSV.'),
  noRecords: (file: string) =>
    refuse(
      file,
      'holds no list of records',
      'Maybe it is another file of the export: one with a record for each post.',
    ),
  noText: (file: string) => refuse(file, 'is no text in UTF-8 or UTF-16', 'Maybe save it as UTF-8.'),
  noTimes: (file: string, names: readonly string[]) =>
    refuse(
      file,
      `no column looks like the time of posting (columns: ${names.slice(0, 20).join(', ')})`,
      'Maybe name it: --map posted_at=COLUMN.',
    ),
  noColumn: (file: string, ours: string, theirs: string, close: string | undefined) =>
    refuse(
      file,
      `has no column "${theirs}", which --map names for ${ours}`,
      close === undefined ? undefined : `Maybe you meant "${close}".`,
    ),
  twins: (file: string, name: string) =>
    refuse(file, `has several columns "${name}", so that nobody can tell which is meant`, 'Maybe rename all but one.'),
  noMetrics: (file: string) =>
    refuse(
      file,
      'has no column of numbers',
      'Maybe it is another file of the export, or --map likes=COLUMN names one.',
    ),
  badZone: (zone: string) =>
    refuse(`--zone ${zone}`, 'is no time zone', 'Maybe write it as the IANA does: Europe/Berlin, America/Los_Angeles.'),
  needsZone: (file: string, text: string) =>
    refuse(
      file,
      `has times without a zone ("${text}"), and nobody says which is meant`,
      'Maybe say where the account is: --zone Europe/Berlin.',
    ),
  ambiguousDates: (file: string, text: string) =>
    refuse(
      file,
      `"${text}" may be two days, and no other row of this format decides which`,
      'Maybe say how days are written: --dates dmy, or --dates mdy.',
    ),
  mixedDates: (file: string, text: string) =>
    refuse(
      file,
      `days written like "${text}" have the day first in some rows and the month first in others`,
      'Maybe two exports were joined: add each by itself, with --dates.',
    ),
  ambiguousNumbers: (file: string, column: string, text: string) =>
    refuse(
      file,
      `"${text}" in ${column} may be one number or a thousand times as much, and no other cell decides which`,
      'Maybe say what divides the whole from its parts: --decimal dot, or --decimal comma.',
    ),
  otherZone: (channel: string, zone: string, before: string) =>
    refuse(
      `channel ${channel}`,
      `is kept in the zone ${before}, and not in ${zone}`,
      'Maybe give this one another name with --channel.',
    ),
  otherPlatform: (channel: string, platform: string, before: string) =>
    refuse(
      `channel ${channel}`,
      `is kept as one of ${before}, and not of ${platform}`,
      'Maybe give this one another name with --channel.',
    ),
  noGoal: (where: string, goal: string, known: readonly string[], close: string | undefined) =>
    refuse(
      where,
      `no outcome kept there has the metric "${goal}"`,
      close === undefined
        ? known.length === 0
          ? 'Maybe nothing is kept of this channel or type.'
          : `Maybe one of: ${known.slice(0, 20).join(', ')}.`
        : `Maybe you meant "${close}".`,
    ),
} as const;

/** Why a row is put aside. */
export const rowReasons = {
  noTime: 'has no time of posting',
  badTime: 'is no time that can be read',
  shortYear: 'has a year of two digits',
  dayOnly: 'is a day without a time',
  skipped: 'does not exist there: the clocks went forward over it',
  future: 'lies in the future',
  roundedId: 'is an id that a spreadsheet has rounded; export it again, and do not open it in between',
  longId: 'is longer than an id can be (500 letters)',
  badText: 'holds a letter that no text has',
  badNumber: 'is no number',
  infinite: 'is no finite number',
  noRecord: 'is no record',
  noMetric: 'has no number at all',
} as const;
