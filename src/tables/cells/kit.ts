import {
  between,
  choice,
  date,
  integer,
  money,
  nonNegativeInteger,
  number,
  optional,
  orElse,
  text,
  tristate,
  weekdayCell,
} from './cells.ts';

/**
 * How the text of a cell becomes a value, for the columns of a table. Money is in cents, a date is `YYYY-MM-DD`.
 *
 * @example
 * const day = cells.choice('mon', 'tue');
 * day.parse('Mon') // 'mon'
 * cells.optional(cells.integer).parse('') // null
 * cells.money.parse('$1,234.50') // 123450
 */
export const cells = {
  text,
  integer,
  nonNegativeInteger,
  number,
  between,
  money,
  date,
  weekday: weekdayCell,
  yesNo: tristate,
  choice,
  optional,
  orElse,
};
