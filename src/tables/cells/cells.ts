// What the tables of a kind read their cells with: one reader a type.
export { type CellReading, type CellSchema, formatOf, optional, orElse, readCell } from './cell.ts';
export { type DateFormat, date, dateIn, dateLikely } from './days.ts';
export {
  between,
  calendarYear,
  integer,
  money,
  nonNegativeInteger,
  number,
  percent,
  signedMoney,
  wholeBetween,
} from './numbers.ts';
export { identifier, name, text, upperText } from './texts.ts';
export { choice, flag, quarterCell, rank, tristate, weekdayCell, weekdayList } from './words.ts';
