import { factsOf } from '../facts.ts';
import type { AxisTitles, Block, Datum, Mark } from '../page.ts';
import type { TableRecord } from '../records.ts';
import { type About, keysOf } from './about.ts';
import type { Subject } from './subject.ts';

/** A chart of a chapter: which rows it draws, and what an interactive report says of each. */
export interface ChartPart {
  /** File `reports/charts/<chart>.vl.json`. */
  readonly chart: string;
  readonly caption: string | ((subject: Subject) => string);
  /** The table of the run whose rows it draws; that of its chapter where absent. */
  readonly table?: string;
  /** Which of them, in which order, or rows made from them. Where there are none, there is no chart. */
  readonly rows?: (rows: readonly TableRecord[], subject: Subject) => readonly TableRecord[];
  /** What the chart draws of a row: some of its fields, or whatever is made of it. All of its fields where absent. */
  readonly datum?: readonly string[] | ((row: TableRecord) => TableRecord);
  /** The name of a row; its `label` in the chart where absent. */
  readonly title?: (row: TableRecord) => string;
  /** Names of columns, with a unit behind a blank (`penalty points`), or labels and values. */
  readonly facts?: readonly string[] | ((row: TableRecord) => Mark['facts']);
  /** That of its chapter where absent and of the same table. */
  readonly about?: About;
  /** Along which axis a range may be selected; otherwise the one that the chart suggests. */
  readonly brush?: 'x' | 'y' | 'xy';
  /** The data set that takes the rows; `rows` where absent. */
  readonly set?: string;
  /** Further data sets of the chart, without a mark. */
  readonly sets?: (rows: readonly TableRecord[], subject: Subject) => Readonly<Record<string, readonly Datum[]>>;
}

/** One thing that a chart draws, and what is said of it. */
export interface Point {
  readonly datum: Datum;
  /** `null` for one that says nothing. */
  readonly mark: Mark | null;
}

/** A chart whose points are there already. */
export interface Drawn extends Pick<ChartPart, 'chart' | 'brush' | 'set'> {
  readonly caption: string;
  readonly points: readonly Point[];
  readonly sets?: Readonly<Record<string, readonly Datum[]>>;
  readonly titles?: AxisTitles;
}

/**
 * A chart from points, so that what is drawn and what is said of it cannot come apart.
 *
 * @example
 * const block = chartBlock({
 *   chart: 'bars',
 *   caption: 'Values',
 *   points: [{ datum: { label: 'a', value: 4 }, mark: { title: 'a', facts: [['Value', '4']] } }],
 * });
 * block.data // { rows: [{ label: 'a', value: 4 }] }
 */
export function chartBlock({ chart, caption, points, brush, set = 'rows', sets, titles }: Drawn): ChartBlock {
  return {
    type: 'chart',
    chart,
    caption,
    data: { [set]: points.map(({ datum }) => datum), ...sets },
    marks: { [set]: points.map(({ mark }) => mark) },
    ...(brush !== undefined && { brush }),
    ...(titles !== undefined && { titles }),
  };
}

type ChartBlock = Extract<Block, { type: 'chart' }>;

/** The chart of a part, where it has anything to draw. */
export function chartOf(part: ChartPart, subject: Subject): readonly ChartBlock[] {
  const { chart, caption, title, about, brush, set } = part;
  const rows = part.rows?.(subject.rows, subject) ?? subject.rows;
  if (rows.length === 0) return [];
  const keys = about && keysOf(about, subject);
  const points = rows.map((row): Point => {
    const drawn = datumOf(part, row);
    const name = title?.(row) ?? String(drawn.label ?? '');
    if (name === '') return { datum: drawn, mark: null };
    return {
      datum: drawn,
      mark: { title: name, facts: factsIn(part, row, subject), ...(keys && { about: keys(row) }) },
    };
  });
  const sets = part.sets?.(rows, subject);
  return [
    chartBlock({
      chart,
      caption: typeof caption === 'string' ? caption : caption(subject),
      points,
      ...(brush !== undefined && { brush }),
      ...(set !== undefined && { set }),
      ...(sets !== undefined && { sets }),
    }),
  ];
}

function datumOf({ datum }: ChartPart, row: TableRecord): Datum {
  const drawn = typeof datum === 'function' ? datum(row) : row;
  const names = typeof datum === 'object' ? datum : Object.keys(drawn);
  return Object.fromEntries(names.map((name) => [name, drawn[name] ?? null]));
}

const factsIn = ({ facts = [] }: ChartPart, row: TableRecord, { columns }: Subject): Mark['facts'] =>
  typeof facts === 'function' ? facts(row) : factsOf(columns, row, facts);
