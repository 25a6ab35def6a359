import { Temporal } from 'temporal-polyfill';
import { cellProblems as say } from '../problems.ts';
import { type Answer, bad, type CellSchema, filled } from './cell.ts';
import * as form from './editor.ts';
import { wholeBetween } from './numbers.ts';

const CLOCK = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:[.,]0+)?)?$/;
const HALF_DAY = /^(0?[1-9]|1[0-2])(?::([0-5]\d)(?::([0-5]\d)(?:[.,]0+)?)?)? ?([AP])\.?M\.?$/i;
const HOUR = 3600;
/** Broadcast days begin at 06:00 where nothing else is said. */
const USUAL_DAY_START = 6 * HOUR;

const two = (number: number): string => String(number).padStart(2, '0');

function clockOf(text: string, dayStart: number, isEnd = false): Answer<string> {
  const [, half, past = '00', rest = '00', noon] = HALF_DAY.exec(text) ?? [];
  if (half !== undefined) return `${two((Number(half) % 12) + (/p/i.test(noon!) ? 12 : 0))}:${past}:${rest}`;
  const [, hours, minutes, seconds = '00'] = CLOCK.exec(text) ?? [];
  if (hours === undefined) return bad(say.clock(likelyTime(text)));
  const after = Number(hours) - 24;
  if (after < 0) return `${two(Number(hours))}:${minutes}:${seconds}`;
  // Of a day that ends in the night, 25:30 is the time that clocks show as 01:30.
  const passed = after * HOUR + Number(minutes) * 60 + Number(seconds);
  if (passed > dayStart || (passed === dayStart && !isEnd))
    return bad(say.afterDay(`${two(Math.floor(dayStart / HOUR))}:${two((dayStart % HOUR) / 60)}`));
  return `${two(after)}:${minutes}:${seconds}`;
}

/** The time that a text without its colon probably means: "10", "9h", "9h30", "9.30" and "0930" tell. */
function likelyTime(text: string): string | undefined {
  const [, hours = '99', minutes = '00'] = /^(\d{1,2}) ?(?:h|[.,]|)(?: ?([0-5]\d)|)$/i.exec(text) ?? [];
  return Number(hours) < 24 || `${hours}${minutes}` === '2400' ? `${two(Number(hours))}:${minutes}` : undefined;
}

interface TimeReader {
  readonly format: string;
  readonly editor: form.EditorSchema;
  readonly read: (text: string, dayStart: number) => Answer<string>;
}

const timeCell = (reader: TimeReader, dayStart = USUAL_DAY_START): CellSchema<string> =>
  filled(reader.format, (text) => reader.read(text, dayStart), {
    editor: reader.editor,
    fromDayStart: (seconds) => timeCell(reader, seconds),
  });

const LOCAL = 'local time, HH:MM or HH:MM:SS';
const INSTANT = 'instant with its zone, such as 2025-03-10T20:14:00-04:00';

/** A local time of day, read as 'HH:MM:SS'; hours from 24 belong to the night that ends the day. */
export const clockCell: CellSchema<string> = timeCell({
  format: LOCAL,
  editor: form.CLOCK,
  read: (text, dayStart) => clockOf(text, dayStart),
});

const OF_DAY = 'local time of the day itself, HH:MM or HH:MM:SS';

/** A local time of the day itself: no hours from 24, since nothing here goes on into the next day. */
export const timeOfDay: CellSchema<string> = filled(OF_DAY, (text) => clockOf(text, 0), { editor: form.CLOCK });

/** The same as an end: 24:00 is the end of the day, read as '24:00:00', so that it is after every other time. */
export const endOfDay: CellSchema<string> = filled(
  `${OF_DAY}; 24:00 is its end`,
  (text) => (/^24:00(?::00(?:[.,]0+)?)?$/.test(text) ? '24:00:00' : clockOf(text, 0)),
  { editor: form.CLOCK },
);

const ZONE = '(?:Z|UTC|GMT|[+-]\\d{1,2}(?::?\\d{2})?)';
const STAMP = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?(?: ?(${ZONE}))?$`, 'i');

function instantOf(text: string): Answer<string> {
  const [, date, time, seconds = '00', zone] = STAMP.exec(text) ?? [];
  if (date === undefined) return bad(say.instant());
  if (zone === undefined) return bad(say.noZone());
  try {
    const at = Temporal.Instant.from(`${date}T${time}:${seconds}${offsetOf(zone) ?? zone}`);
    return at.toString({ smallestUnit: 'second' });
  } catch {
    return bad(say.noSuchInstant());
  }
}

/** An offset from UTC as '-04:00': it may lack its colon, its minutes or a zero, or be called Z. */
function offsetOf(text: string): string | undefined {
  if (/^(?:Z|UTC|GMT)$/i.test(text)) return '+00:00';
  const [, sign, hours = '', minutes = '00'] = /^([+\u2212-])(\d{1,2}):?([0-5]\d)?$/.exec(text) ?? [];
  if (sign === undefined || Number(hours) > 23) return undefined;
  return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
}

/** An instant with its zone, read as ISO text in UTC; fractions of a second are dropped. */
export const instantCell: CellSchema<string> = filled(INSTANT, instantOf, { editor: form.INSTANT });

/** A local time ('HH:MM:SS') or an instant (ISO in UTC, with a T). */
export const momentCell: CellSchema<string> = timeCell({
  format: `${LOCAL}; or ${INSTANT}`,
  editor: form.MOMENT,
  read: (text, dayStart) => (/^\d{4}-/.test(text) ? instantOf(text) : clockOf(text, dayStart)),
});

/** The same as the end of a span: the date itself may end then, at 24:00 or at 30:00. */
export const endCell: CellSchema<string> = timeCell({
  format: `${LOCAL}; or ${INSTANT}`,
  editor: form.MOMENT,
  read: (text, dayStart) => (/^\d{4}-/.test(text) ? instantOf(text) : clockOf(text, dayStart, true)),
});

/** An offset from UTC, '-04:00'. */
export const offsetCell: CellSchema<string> = filled(
  'offset from UTC, such as -04:00',
  (text) => offsetOf(text) ?? bad(say.offset()),
  { editor: form.OFFSET },
);

/** Seconds of a range: a whole number, or as those who sell time write them: ":30", "0:30", "00:00:30", "30s". */
export function secondsBetween(least: number, most: number): CellSchema<number> {
  const whole = wholeBetween(least, most);
  return filled(
    `seconds from ${least} to ${most}, such as 30 or :30`,
    (text) => {
      const [, hours = '0', minutes = '0', rest] = /^(?:(\d{1,2}):(?=\d{1,2}:))?(\d{1,3})?:(\d{2})$/.exec(text) ?? [];
      const bare = /^(\d+) ?(?:s|sec|secs|seconds?)\.?$/i.exec(text)?.[1];
      const seconds = rest === undefined ? bare : String(Number(hours) * HOUR + Number(minutes) * 60 + Number(rest));
      const read = whole.read!(seconds ?? text);
      const guessed = rest !== undefined && /^\d+:\d{2}$/.test(text) && typeof read === 'number';
      return guessed ? { value: read, assumed: say.minutesAndSeconds() } : read;
    },
    { editor: form.numberIn(least, most, true) },
  );
}
