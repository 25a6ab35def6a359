import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Quotes, quotesOf } from '../../../src/tables/csv/quotes.ts';
import { readRecords } from '../../../src/tables/csv/records.ts';

/** What the parser says of a record by itself. */
function parsed(record: string): Quotes {
  const options = {
    delimiter: ',',
    quote: '"',
    escape: '"',
    record_delimiter: '\n',
    trim: true,
    relax_column_count: true,
  };
  try {
    return parse(record, options).length <= 1 ? 'sound' : 'stray';
  } catch (error) {
    return (error as { code?: string }).code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'stray';
  }
}

describe('the quotes of a record', () => {
  it('are judged as the parser judges them', () => {
    const letters = fc.constantFrom('"', '"', ',', ' ', '\t', '\f', 'a', '=');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 12 }), (drawn) => {
        const record = drawn.join('');
        expect([record, quotesOf(record)]).toEqual([record, parsed(record)]);
      }),
      { numRuns: 10_000, seed: 5 },
    );
  });

  it('may stand around line breaks', () => {
    expect(quotesOf('a,"b\nc",d')).toBe('sound');
    expect(quotesOf('a,"b\nc" x,d')).toBe('stray');
    expect(quotesOf('a,"b"\nc,d')).toBe('stray');
  });

  it('are set aside by the ten thousands, and the rest is read', () => {
    const lines = Array.from({ length: 20_000 }, (_, k) => (k % 2 === 0 ? `${k},5" screen` : `${k},a "b" c`));
    const { rows, broken } = readRecords('t', 't.csv', ['id,name', ...lines, '1,"sound, and last"'].join('\n'));
    expect([rows, broken.length]).toEqual([[['1', 'sound, and last']], 20_000]);
  });
});
