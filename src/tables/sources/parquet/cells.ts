import type { ParquetParsers, SchemaElement } from 'hyparquet';
import { isoDate } from '../../dates.ts';

const DAY = 86_400_000;

const two = (part: number, width = 2) => String(Math.floor(part)).padStart(width, '0');

/** A time of the day as text, to the thousandth of a second where it has any. */
function timeText(milliseconds: number): string {
  const fraction = milliseconds % 1000 === 0 ? '' : `.${two(milliseconds % 1000, 3)}`;
  return `${two(milliseconds / 3_600_000)}:${two((milliseconds % 3_600_000) / 60_000)}:${two((milliseconds % 60_000) / 1000)}${fraction}`;
}

/** A moment as text. */
function momentText(milliseconds: number): string {
  const day = Math.floor(milliseconds / DAY);
  return `${isoDate(day)}T${timeText(milliseconds - day * DAY)}`;
}

/** So many of a smaller unit as thousandths of a second; what is before 1970 is no later for it. */
const thousandths = (count: bigint, each: bigint): number =>
  Number(count >= 0n ? count / each : -((-count + each - 1n) / each));

/** Days and moments as texts, so that no time zone of the machine can shift them. */
export const PARSERS = {
  dateFromDays: (days: number) => isoDate(days),
  timestampFromMilliseconds: (millis: bigint) => momentText(Number(millis)),
  timestampFromMicroseconds: (micros: bigint) => momentText(thousandths(micros, 1000n)),
  timestampFromNanoseconds: (nanos: bigint) => momentText(thousandths(nanos, 1_000_000n)),
} as unknown as ParquetParsers;

const isDecimal = ({ converted_type, logical_type }: SchemaElement): boolean =>
  converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL';

/**
 * A column as the reader of files is told that it is. Of decimal numbers it would make floating-point numbers, which lose
 * digits; so they come as they are stored, and are written here. What only the newer of the two words for a type says is
 * said in the older one too, which is the one that the reader knows.
 */
export function readAs(element: SchemaElement): SchemaElement {
  if (isDecimal(element)) {
    const { converted_type: _, logical_type: __, ...plain } = element;
    // Bytes without a meaning would be taken for text.
    return element.type === 'BYTE_ARRAY' ? { ...plain, type: 'FIXED_LEN_BYTE_ARRAY' } : plain;
  }
  return element.logical_type?.type === 'DATE' ? { ...element, converted_type: 'DATE' } : element;
}

/** The text of a cell; `''` where it is null. */
export function cellText(value: unknown, element: SchemaElement | undefined): string {
  if (value === null || value === undefined) return '';
  if (element !== undefined && isDecimal(element)) return decimalText(value, scaleOf(element));
  if (typeof value === 'string') return isInstant(element) ? `${value}Z` : value;
  if (typeof value === 'number' || typeof value === 'bigint') {
    const each = unitOf(element);
    return each === undefined ? String(value) : timeText(thousandths(BigInt(value), each));
  }
  if (typeof value === 'boolean') return String(value);
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner));
}

const scaleOf = ({ scale, logical_type: logical }: SchemaElement): number =>
  scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);

/** A decimal number from its digits without the point: exactly. */
function decimalText(value: unknown, scale: number): string {
  const whole = value instanceof Uint8Array ? wholeOf(value) : BigInt(value as number | bigint);
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
  const at = digits.length - scale;
  return `${whole < 0n ? '-' : ''}${digits.slice(0, at)}${scale > 0 ? `.${digits.slice(at)}` : ''}`;
}

/** The whole number that bytes are, the first of them the greatest. */
function wholeOf(bytes: Uint8Array): bigint {
  const number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return BigInt.asIntN(bytes.length * 8, number);
}

/** How many units of a column of times make a thousandth of a second; undefined where it has no times. */
function unitOf(element: SchemaElement | undefined): bigint | undefined {
  const { logical_type: logical, converted_type: converted } = element ?? {};
  const unit = logical?.type === 'TIME' ? logical.unit : undefined;
  if (unit === 'MILLIS' || converted === 'TIME_MILLIS') return 1n;
  if (unit === 'MICROS' || converted === 'TIME_MICROS') return 1_000n;
  return unit === 'NANOS' ? 1_000_000n : undefined;
}

/** A moment of the world, not of a clock on a wall somewhere. */
function isInstant(element: SchemaElement | undefined): boolean {
  const { logical_type: logical, converted_type: converted } = element ?? {};
  if (logical?.type === 'TIMESTAMP') return logical.isAdjustedToUTC !== false;
  return converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS';
}
