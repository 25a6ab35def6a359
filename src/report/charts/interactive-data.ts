import type { Datum } from '../page.ts';
import type { Size, Spec } from './layout.ts';

/** Along which axes of a chart a range may be selected. */
export type Brush = 'x' | 'y' | 'xy';

/** All that the script of an interactive report is given, as JSON. It holds texts, numbers and specs, never code. */
export interface InteractiveData {
  /** Sorts of things that can be selected, each in the singular and the plural: "loan", "loans". */
  readonly kinds: readonly (readonly [one: string, many: string])[];
  /** For each thing, by its number, the place of its sort in `kinds`. */
  readonly things: readonly number[];
  readonly charts: readonly InteractiveChart[];
}

/** A chart as the page draws it again. */
export interface InteractiveChart {
  /** Of the figure: its attribute `data-chart`. */
  readonly id: string;
  readonly caption: string;
  /** Absent where no mark is about anything. */
  readonly brush: Brush | null;
  /** The axis along which names stand: a mark is pointed at anywhere in its row or column. */
  readonly names: 'x' | 'y' | null;
  /** Numbered over all data sets of the chart; a row names its own in the field `_mark`. */
  readonly marks: readonly InteractiveMark[];
  readonly data: Readonly<Record<string, readonly Datum[]>>;
  /** Vega specs without their data, one for each width. */
  readonly specs: readonly { readonly size: Size; readonly spec: Spec }[];
}

/** A mark of a chart: what is said of it, and the numbers of the things that it is about. */
export interface InteractiveMark {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly about: readonly number[];
}
