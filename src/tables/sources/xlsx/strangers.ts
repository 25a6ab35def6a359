import { LOOKED_AT, type Stranger } from '../map/stranger.ts';
import { openWorkbook } from './workbook.ts';

/** The sheets of a workbook with their first rows. */
export const xlsxStrangers = (file: string): readonly Stranger[] =>
  openWorkbook(file).sheets.flatMap(({ name, read }) => {
    const [top, ...rows] = read().rows;
    return top === undefined
      ? []
      : [{ name, columns: top.cells, rows: rows.slice(0, LOOKED_AT).map(({ cells }) => cells) }];
  });
