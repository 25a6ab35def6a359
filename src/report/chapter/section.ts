import type { Run } from '../../runs/run.ts';
import type { Block, Section } from '../page.ts';
import type { About } from './about.ts';
import { type ChartPart, chartOf } from './chart.ts';
import { type KindWords, type Subject, subjectOf } from './subject.ts';
import { type TablePart, tableOf } from './table.ts';

/** A paragraph; none where it is empty. */
export interface TextPart {
  readonly text: string | ((subject: Subject) => string);
}

/** A chart, a table, a paragraph, or a function that makes whatever these cannot say. */
export type Part = ChartPart | TablePart | TextPart | ((subject: Subject) => readonly Block[]);

/** A chapter of a report as data: what it is written from, what it finds, and what bears that out. */
export interface Chapter {
  /** Anchor: lower case, hyphens. */
  readonly id: string;
  readonly title: string;
  /** The result table of the run that it is written from. */
  readonly table?: string;
  /** All that there is to say where the chapter has no object: "Budgets are off in this scenario." */
  readonly off?: (subject: Subject) => string | undefined;
  /** The finding in one or two sentences. Without it, the chapter is left out of the report. */
  readonly lead: (subject: Subject) => string | undefined;
  readonly blocks: readonly Part[];
  /** What each row of its table is about; its parts may say otherwise. */
  readonly about?: About;
  /** Whether it stands right after the tiles, since it answers who gets what. */
  readonly first?: boolean | ((run: Run) => boolean);
  /** Whether it stands at the end, behind the funnel and the prices, as a long schedule does. */
  readonly last?: boolean;
  /** Whether it begins a new page on paper, as what is handed to other people does. */
  readonly page?: boolean;
}

/**
 * Writes a chapter about a run; nothing where it has no finding.
 *
 * @example
 * sectionOf({ id: 'log', title: 'Log', table: 'log', lead: ({ rows }) => plural(rows.length, 'spot'), blocks: [] }, run)
 * // { id: 'log', title: 'Log', lead: '12 spots', blocks: [] }
 */
export function sectionOf(chapter: Chapter, run: Run, words: KindWords = {}): Section | undefined {
  const { id, title, table, off, lead, blocks, page } = chapter;
  const paged = page === undefined ? {} : { page };
  const subject = subjectOf(run, words, table);
  const only = off?.(subject);
  if (only !== undefined) return { id, title, lead: only, blocks: [], ...paged };
  const finding = lead(subject);
  if (finding === undefined) return undefined;
  return { id, title, lead: finding, blocks: blocks.flatMap((part) => blocksOf(part, chapter, subject)), ...paged };
}

function blocksOf(part: Part, chapter: Chapter, subject: Subject): readonly Block[] {
  if (typeof part === 'function') return part(subject);
  if ('text' in part) {
    const text = typeof part.text === 'string' ? part.text : part.text(subject);
    return text === '' ? [] : [{ type: 'text', text }];
  }
  const other = part.table !== undefined && part.table !== subject.table;
  const own = other ? subjectOf(subject.run, subject.words, part.table) : subject;
  const about = part.about ?? (other ? undefined : chapter.about);
  const linked = { ...part, ...(about && { about }) };
  return 'chart' in linked ? chartOf(linked, own) : tableOf(linked, own);
}
