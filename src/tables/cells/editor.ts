/** What an editor can check of a cell before it is read: a JSON schema that refuses nothing that reads. */
export type EditorSchema = Readonly<Record<string, unknown>>;

/** Text of this form, in any letter case where words are part of it. */
const written = (pattern: string): EditorSchema => ({ type: 'string', pattern });

/** A name may look like a number. */
export const NAME: EditorSchema = { type: ['string', 'number'], minLength: 1 };

/** Whatever one cell can hold. */
export const ANYTHING: EditorSchema = { type: ['string', 'number', 'boolean'] };

/** A number, or a text with a digit in it: thousands, currencies and signs are the reader's. */
export function numberIn(least?: number, most?: number, whole = false): EditorSchema {
  return {
    type: [whole ? 'integer' : 'number', 'string'],
    ...(least !== undefined && { minimum: least }),
    ...(most !== undefined && { maximum: most }),
    // A dash alone is the zero of accountants.
    pattern: '[0-9]|^[-\u2010-\u2015\u2212]$',
  };
}

/** Of a date in the usual form its days are checked; other spellings have slashes, points, blanks or letters. */
export const DATE: EditorSchema = {
  anyOf: [{ type: 'string', format: 'date' }, written('[/. A-Za-z]|^[0-9]{8}$|^[0-9]{1,2}-'), { type: 'integer' }],
};

const HALF_DAY = '[0-9]{1,2}(:[0-5][0-9]){0,2}([.,]0+)? ?[AaPp]\\.?[Mm]\\.?';
const CLOCK_FORM = `^([0-9]{1,2}:[0-5][0-9](:[0-5][0-9]([.,]0+)?)?|${HALF_DAY})$`;
const ZONE_FORM = '([Zz]|[Uu][Tt][Cc]|[Gg][Mm][Tt]|[-+][0-9]{1,2}(:?[0-9]{2})?)';
const INSTANT_FORM = `^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)? ?${ZONE_FORM}$`;

export const CLOCK: EditorSchema = written(CLOCK_FORM);
export const INSTANT: EditorSchema = written(INSTANT_FORM);
/** A local time, or an instant. */
export const MOMENT: EditorSchema = written(`${CLOCK_FORM}|${INSTANT_FORM}`);
export const OFFSET: EditorSchema = written('^([Zz]|[Uu][Tt][Cc]|[Gg][Mm][Tt]|[-+\u2212][0-9]{1,2}(:?[0-5][0-9])?)$');

/** These words, and these numbers; in any letter case, and with blanks or hyphens for underscores. */
export function wordsIn(words: readonly string[], numbers: readonly number[] = []): EditorSchema {
  return { anyOf: [{ enum: [...words, ...numbers] }, written(`^(${[...words, ...numbers].map(anyCase).join('|')})$`)] };
}

const anyCase = (word: string | number): string =>
  [...String(word)]
    .map((letter) =>
      /[a-z]/i.test(letter)
        ? `[${letter.toUpperCase()}${letter.toLowerCase()}]`
        : /[\s_-]/.test(letter)
          ? '[ _-]+'
          : letter.replace(/[^0-9]/, '\\$&'),
    )
    .join('');

/** yes and no in their usual words. */
export function yesOrNoIn(words: readonly string[]): EditorSchema {
  return { anyOf: [{ type: 'boolean' }, ...(wordsIn(words, [1, 0]).anyOf as readonly EditorSchema[])] };
}

/** Words as a list, or as one text with separators between. */
export const wordsOf = (one: EditorSchema = NAME): EditorSchema => ({
  anyOf: [{ type: 'array', items: one }, { type: ['string', 'number'] }],
});

const NOTHING: EditorSchema = { enum: ['', null] };

/** The same where a cell may hold nothing. */
export function orNothing(schema: EditorSchema): EditorSchema {
  const ways = Array.isArray(schema.anyOf) ? (schema.anyOf as readonly EditorSchema[]) : [schema];
  return ways.includes(NOTHING) ? schema : { anyOf: [...ways, NOTHING] };
}
