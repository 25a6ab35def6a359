import type { ResultTable } from '../tables/result.ts';

/** What a report shows, without a word of HTML: a domain fills it in, the templates in `reports/` draw it. */
export interface Page {
  /** Under the title: office and week, market and date. */
  readonly subtitle: string;
  /** The first screen's numbers. */
  readonly tiles: readonly Tile[];
  readonly sections: readonly Section[];
}

export interface Tile {
  readonly label: string;
  /** Already formatted, with its unit. */
  readonly value: string;
  /** What it is measured against: "of 149 eligible". */
  readonly note?: string;
  /** How to read the value against policy. */
  readonly tone?: 'good' | 'fair' | 'poor' | 'plain';
}

export interface Section {
  /** Anchor: lower case, hyphens. */
  readonly id: string;
  readonly title: string;
  /** The finding in one or two sentences, before any picture. */
  readonly lead: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | {
      readonly type: 'chart';
      /** File `reports/charts/<chart>.vl.json`. */
      readonly chart: string;
      readonly caption: string;
      /** Rows for the spec's named data sets. */
      readonly data: Readonly<Record<string, readonly Readonly<Record<string, string | number | null>>[]>>;
    }
  | {
      readonly type: 'table';
      readonly caption: string;
      readonly table: ResultTable;
      /** Shown folded (open when printed) where it is long. */
      readonly folded?: boolean;
    };
