import { bad, type CellSchema, cell } from '../../../tables/cells/cell.ts';
import { identifier, optional } from '../../../tables/cells/cells.ts';
import { NAME } from '../../../tables/cells/editor.ts';
import { listedWords } from '../../../tables/cells/words.ts';

/** A column that every row has, and one that may be empty. */
export const id = (description: string) => ({ schema: identifier, description, required: true }) as const;
export const maybeId = (description: string) => ({ schema: optional(identifier), description }) as const;

/** A period by its number from 0, or by the time at which it begins. */
export const time: CellSchema<string> = cell(
  'period from 0, or a time such as 13:30',
  (text) =>
    /^(\d{1,3}|([01]?\d|2[0-4]):[0-5]\d)$/.test(text)
      ? text.replace(/^(\d):/, '0$1:')
      : bad('is no period and no time'),
  { editor: NAME },
);

/** First and last ones, both included: "0-4;6-9". */
const rangesOf = (text: string, example: string) => {
  const found = listedWords(text).map((word) => /^(\d+)(?:-(\d+))?$/.exec(word));
  if (found.some((one) => one === null)) return bad(`is no list of ${example}`);
  const spans = found.map((one) => [Number(one![1]), Number(one![2] ?? one![1])] as const);
  const reversed = spans.find(([first, last]) => first > last);
  return reversed ? bad(`ends before it begins: ${reversed.join('-')}`) : spans;
};

/** First and last periods, both included: "0-4;6-9". */
export const ranges: CellSchema<readonly (readonly [first: number, last: number])[]> = cell(
  'first and last periods, such as 0-4;6-9',
  (text) => rangesOf(text, 'periods (write 0-4;6-9)'),
  { editor: NAME },
);

/** In which weeks of the term: odd, even, or first and last weeks from 1 on, "1-6;8". */
export const weeks: CellSchema<string> = cell(
  'odd, even, or first and last weeks such as 1-6;8',
  (text) => {
    const word = text.toLowerCase();
    if (word === 'odd' || word === 'even') return word;
    const spans = rangesOf(text, 'weeks (write odd, even, or 1-6;8)');
    if (!Array.isArray(spans)) return spans as never;
    const beyond = spans.flat().find((week) => week < 1 || week > 60);
    return beyond === undefined
      ? spans.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(';')
      : bad(`names week ${beyond}, and weeks go from 1 to 60`);
  },
  { editor: NAME },
);

export const COURSE = { to: ['courses.course'], unknown: 'refused' } as const;
export const CURRICULUM = { to: ['curricula.curriculum'], unknown: 'refused' } as const;
export const ROOM = { to: ['rooms.room', 'rooms.group'], unknown: 'refused' } as const;
