import { z } from 'zod';
import { cleanText } from '../../text/clean.ts';
import { cellProblems as say } from '../problems.ts';
import { type EditorSchema, orNothing } from './editor.ts';

/** A column's schema: from the text of a cell to its value. */
export type CellSchema<V> = z.ZodType<V, string> & {
  readonly read?: (text: string) => Answer<V>;
  /** What it reads, in words: "whole number, such as 2151 or 2,151". */
  readonly format?: string;
  /** The same reader with what all texts of a column tell of how its cells are written. */
  readonly inColumn?: (texts: Iterable<string>) => CellSchema<V>;
  /** The same reader for days that begin so many seconds after midnight, for times of day. */
  readonly fromDayStart?: (seconds: number) => CellSchema<V>;
  /** What an editor can check of it. */
  readonly editor?: EditorSchema;
};

/** What else a reader may have. */
type Further<V> = Pick<CellSchema<V>, 'inColumn' | 'fromDayStart' | 'editor'>;

/** What a cell holds, and what had to be assumed for it; or why it cannot be read. */
export type CellReading = { readonly value: unknown; readonly assumed?: string } | { readonly reason: string };

/** What a parser answers: a value, one that rests on an assumption, or why there is none. */
export type Answer<V> = V | Assumed<V> | Bad;

/** What a parser answers for a text that it must refuse. */
export interface Bad {
  readonly bad: string;
}

/** A value, and how the cells of its kind were read: it ends up in a note. */
export interface Assumed<V> {
  readonly value: V;
  readonly assumed: string;
}

/** Refuses a text, with the reason that a quarantined row gives. */
export const bad = (reason: string): Bad => ({ bad: reason });

/** Whether a parser refused. */
export function isBad(answer: unknown): answer is Bad {
  return typeof answer === 'object' && answer !== null && 'bad' in answer;
}

const isAssumed = (answer: unknown): answer is Assumed<unknown> =>
  typeof answer === 'object' && answer !== null && 'assumed' in answer;

/** A schema from what it reads, in words, and a plain function of plain text, whose refusal becomes the issue's message. */
export function cell<V>(format: string, parse: (text: string) => Answer<V>, more: Further<V> = {}): CellSchema<V> {
  const schema = z.string().transform((text, context) => {
    const answer = parse(cleanText(text));
    if (isBad(answer)) {
      context.issues.push({ code: 'custom', message: answer.bad, input: text });
      return z.NEVER;
    }
    return isAssumed(answer) ? (answer.value as V) : answer;
  });
  return Object.assign(schema, { read: parse, format }, more) as unknown as CellSchema<V>;
}

/**
 * Reads the text of a cell. The function that a schema is made of is called directly where it is known: tables have tens
 * of thousands of different texts, and the schema around it takes several times as long as it does.
 */
export function readCell(schema: CellSchema<unknown>, text: string): CellReading {
  const plain = cleanText(text);
  if (schema.read !== undefined) {
    const answer = schema.read(plain);
    if (isBad(answer)) return { reason: answer.bad };
    return isAssumed(answer) ? answer : { value: answer };
  }
  const parsed = schema.safeParse(plain);
  return parsed.success ? { value: parsed.data } : { reason: parsed.error.issues[0]?.message ?? say.empty() };
}

/** What a schema reads, in words. */
export const formatOf = ({ format }: CellSchema<unknown>): string => format ?? 'text';

/** Like `cell`, for values that cannot be empty. */
export function filled<V>(format: string, parse: (text: string) => Answer<V>, more: Further<V> = {}): CellSchema<V> {
  return cell(format, (text) => (text === '' ? bad(say.empty()) : parse(text)), more);
}

/** An empty cell reads as null; any other as the schema says. */
export function optional<V>(schema: CellSchema<V>): CellSchema<V | null> {
  return orElse(schema, null);
}

/** How databases and programs write that a cell holds nothing. In these spellings it is no name. */
const NOTHING = /^(?:\\N|NULL|\(null\)|\[NULL\]|<null>|<NA>)$/;

/** Whether a text says, as an export of a database does, that there is nothing. */
export const isNothingWord = (text: string): boolean => NOTHING.test(text);

/**
 * An empty cell reads as the value given; any other as the schema says. What databases write for nothing is read as
 * empty, and told.
 */
export function orElse<V, E>(schema: CellSchema<V>, empty: E): CellSchema<V | E> {
  const { inColumn, fromDayStart, editor } = schema;
  return cell<V | E>(
    formatOf(schema),
    (text) => {
      if (text === '') return empty;
      if (isNothingWord(text)) return { value: empty, assumed: say.asEmpty() };
      const reading = readCell(schema, text);
      return 'reason' in reading
        ? bad(reading.reason)
        : (reading as Assumed<V>).assumed === undefined
          ? (reading.value as V)
          : (reading as Assumed<V>);
    },
    {
      ...(editor && { editor: orNothing(editor) }),
      ...(inColumn && { inColumn: (texts: Iterable<string>) => orElse(inColumn(texts), empty) }),
      ...(fromDayStart && { fromDayStart: (seconds: number) => orElse(fromDayStart(seconds), empty) }),
    },
  );
}
