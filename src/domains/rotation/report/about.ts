import { recordsOf, sharing, type TableRecord, textOf } from '../../../report/chapter.ts';

/** A row about one spot. */
export const spotOf = () => (row: TableRecord) => [`spot:${textOf(row, 'spot')}`];

/** All spots of a run, placed or not, with the same value in a column: of a tier, a break, an advertiser. */
export const spotsBy = (column: string) =>
  sharing(
    {
      thing: 'spot',
      rows: ({ tables }) => [...recordsOf(tables.log), ...recordsOf(tables.unplaced)],
      name: (row) => textOf(row, 'spot'),
    },
    [column],
  );
