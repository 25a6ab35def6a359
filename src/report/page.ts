import type { ResultTable } from '../tables/result.ts';

export { dayName, daysAfter, longDate, shortDate } from '../text/dates.ts';
export { amount, cellText, count, dollars, percent, plural, signed } from '../text/format.ts';
export { numberOf, pick, recordsOf, type TableRecord, textOf } from './records.ts';

/**
 * What a report shows, without a word of HTML: a domain fills it in, the templates in `reports/` draw it.
 *
 * @example
 * const { tiles, first } = pageOf(run);
 * [tiles.length, first?.[0]?.id] // [8, 'log']
 */
export interface Page {
  /** Under the title: office and week, market and date. */
  readonly subtitle: string;
  /** What the verdict says of a sound schedule, where the net score is not what comes first. */
  readonly standing?: { readonly headline: string; readonly detail: string };
  /** The whole verdict, where it is not that of a schedule which a run found. */
  readonly verdict?: {
    readonly tone: 'good' | 'fair' | 'poor';
    readonly headline: string;
    readonly detail: string;
  };
  /** The number beside the verdict, formatted; the net score where it is absent. */
  readonly figure?: { readonly label: string; readonly value: string; readonly unit: string };
  /** How the run meets what its scenario expects; absent where it expects nothing. */
  readonly expectations?: {
    readonly met: number;
    readonly all: number;
    /** Those that are not met, each in a few words: "Loans: 40, wanted at least 50". */
    readonly failed: readonly string[];
  };
  /** What makes a sound schedule one to look at twice: "Maserati $40 over". With any, the verdict is amber at the best. */
  readonly cautions?: readonly string[];
  /** What changed of what people already have: since which schedule, and what. */
  readonly changed?: readonly { readonly since: string; readonly text: string }[];
  /** What is the same in every best schedule, and what the seed decides. */
  readonly determined?: {
    readonly text: string;
    /** The option that finds it out, where nobody asked. */
    readonly option?: string;
  };
  /** What the seed decides where schedules are equally good: "which partner gets which car". */
  readonly choice?: string;
  /** The first screen's numbers. */
  readonly tiles: readonly Tile[];
  /** What stands right after the tiles: expectations, what changed, who gets what. */
  readonly first?: readonly Section[];
  /** What the schedule means, before how it was found. */
  readonly sections: readonly Section[];
  /** What the run was asked for beside its schedule: the price list, what ties leave open. */
  readonly findings?: readonly Section[];
  /** The schedule itself, after the funnel and the shadow prices. */
  readonly schedule?: Section;
  /** What one row of the schedule is: "loan", "loans". Without it, a row. */
  readonly noun?: readonly [one: string, several: string];
  /** Metrics by the names that people read. */
  readonly metrics?: Readonly<Record<string, MetricName>>;
}

/** What a metric is called, and its unit: `share` and `dollars` are written as such, others behind the number. */
export interface MetricName {
  readonly label: string;
  readonly unit?: string;
}

/**
 * One number of the first screen, formatted, with what it is measured against.
 *
 * @example
 * runParts(run, pageOf(run)).tiles[1]
 * // { label: 'Guaranteed placed', value: '4 of 4', note: 'all of them; wanted 4', tone: 'good' }
 */
export interface Tile {
  readonly label: string;
  /** Already formatted, with its unit. */
  readonly value: string;
  /** What it is measured against: "of 149 eligible". */
  readonly note?: string;
  /** How to read the value against policy. */
  readonly tone?: 'good' | 'fair' | 'poor' | 'plain';
}

/**
 * A part of a report: a finding in words, then the charts and tables that bear it out.
 *
 * @example
 * const { sections } = runParts(run, pageOf(run));
 * const log = sections.find(({ id }) => id === 'log');
 * [log?.title, log?.blocks.length] // ['The log', 7]
 */
export interface Section {
  /** Anchor: lower case, hyphens. */
  readonly id: string;
  readonly title: string;
  /** The finding in one or two sentences, before any picture. */
  readonly lead: string;
  readonly blocks: readonly Block[];
  /** Whether it begins a new page on paper, as what is handed to other people does. */
  readonly page?: boolean;
}

/** One row of a chart's data. */
export type Datum = Readonly<Record<string, string | number | null>>;

/** What the axes of a chart show, with the unit: "Partners reached", "Net score (points)". */
export interface AxisTitles {
  readonly x?: string;
  readonly y?: string;
}

/** What an interactive report says of one row of a chart's data, and what else it is about. Texts, never HTML. */
export interface Mark {
  readonly title: string;
  /** Label and value, formatted, with the unit: "Penalty", "200 points". */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /**
   * Keys of what it shows: "loan:…", "week:3". Marks and table rows that share a key are selected together. What stands
   * before the colon is the name of one such thing, in the singular. Of several sorts, the first is selected.
   */
  readonly about?: readonly string[];
}

/** A mark for each row of each data set of a chart. */
export type Marks = Readonly<Record<string, readonly (Mark | null)[]>>;

/**
 * A piece of a section: a paragraph, a list, a chart with its rows, or a table. Text and data, never HTML.
 *
 * @example
 * const { sections } = runParts(run, pageOf(run));
 * sections.find(({ id }) => id === 'tiers')?.blocks.map(({ type }) => type) // ['chart', 'table', 'table']
 */
export type Block =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | {
      readonly type: 'chart';
      /** File `reports/charts/<chart>.vl.json`. */
      readonly chart: string;
      readonly caption: string;
      /** Rows for the spec's named data sets. */
      readonly data: Readonly<Record<string, readonly Datum[]>>;
      /** What stands along its axes, where the spec leaves room for it. */
      readonly titles?: AxisTitles;
      /** For interactive reports: a mark for each row, by data set; `null` for one that says nothing. */
      readonly marks?: Marks;
      /** Along which axis a range may be selected; otherwise the one that the spec suggests. */
      readonly brush?: 'x' | 'y' | 'xy';
    }
  | {
      readonly type: 'table';
      readonly caption: string;
      readonly table: ResultTable;
      /** Shown folded where it is long; open when printed, unless `file` holds its many rows. */
      readonly folded?: boolean;
      /** How many rows stand open; the rest is folded below them. Absent: all. */
      readonly limit?: number;
      /** How each row stands: a failed one is marked. Absent: no row is judged. */
      readonly tones?: readonly ('good' | 'fair' | 'poor' | 'plain')[];
      /** The file of the run folder that holds every row, named where the report leaves rows out. */
      readonly file?: string;
      /** For interactive reports: what each row is about, as in `Mark`. */
      readonly about?: readonly (readonly string[])[];
    };
