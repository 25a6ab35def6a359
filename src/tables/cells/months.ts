const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * The number of a month by its English name, whole or short.
 *
 * @example
 * monthOf('Sept') // 9
 * monthOf('Mayor') // undefined
 */
export function monthOf(name: string): number | undefined {
  const lower = name.toLowerCase();
  if (lower.length < 3) return undefined;
  const index = MONTHS.findIndex(
    (month) => month === lower || month.slice(0, 3) === lower || (lower === 'sept' && month === 'september'),
  );
  return index < 0 ? undefined : index + 1;
}

/** Two digits mean 1969 to 2068, as POSIX has it. */
export function fullYear(year: string): string {
  if (year.length === 4) return year;
  return (Number(year) < 69 ? '20' : '19') + year.padStart(2, '0');
}
