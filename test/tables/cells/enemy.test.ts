import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date, flag, integer, number, rank, signedMoney, text, tristate } from '../../../src/tables/cells/cells.ts';
import { clockCell, instantCell } from '../../../src/tables/cells/times.ts';
import { addDays } from '../../../src/tables/dates.ts';
import { read, readColumn } from './read.ts';

const PARAMETERS = { numRuns: 1_500, seed: 11 };

/** A value and its texts: whatever is read from one of them is the value, or nothing. */
type Spelling<V> = (value: V) => string;

const grouped = (digits: string, by: string): string => digits.replace(/\B(?=(\d{3})+$)/g, by);

/** Cents with these signs for thousands and decimals. */
const amount =
  (thousands: string, point: string, sign: (text: string) => string): Spelling<number> =>
  (cents) => {
    const digits = String(Math.abs(cents)).padStart(3, '0');
    const plain = grouped(digits.slice(0, -2), thousands) + (point === '' ? '' : point + digits.slice(-2));
    return cents < 0 ? sign(plain) : plain;
  };

const SIGNS: readonly ((text: string) => string)[] = [
  (all) => `-${all}`,
  (all) => `(${all})`,
  (all) => `${all}-`,
  (all) => `\u2212${all}`,
  (all) => ` $(${all}) `,
  (all) => `-$${all}`,
];
const amounts = SIGNS.flatMap((sign) =>
  [
    ['', '.'],
    [',', '.'],
    ['', ','],
    ['.', ','],
    [' ', ','],
    ['\u00A0', ','],
    ["'", '.'],
    [' ', '.'],
  ].map(([by, point]) => amount(by!, point!, sign)),
);
/** Whole dollars, where `1,000` and `1.000` wait for the enemy. */
const dollars = [',', '.', ' ', ''].map((by) => amount(by, '', SIGNS[0]!));

const month = (iso: string) =>
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[Number(iso.slice(5, 7)) - 1]!;
const part = (iso: string) => ({ y: iso.slice(0, 4), m: iso.slice(5, 7), d: iso.slice(8) });
const serial = (iso: string): string => String(Math.round((Date.parse(iso) - Date.parse('1899-12-30')) / 86_400_000));
const days: readonly Spelling<string>[] = [
  (iso) => iso,
  (iso) => `${iso} 00:00:00+00`,
  (iso) => `${iso}T23:59:59.5-0730`,
  (iso) => iso.replaceAll('-', '/'),
  (iso) => iso.replaceAll('-', ''),
  (iso) => `${Number(part(iso).d)} ${month(iso)} ${part(iso).y}`,
  (iso) => `${part(iso).d}-${month(iso).toUpperCase()}-${part(iso).y.slice(2)}`,
  (iso) => `${month(iso)} ${Number(part(iso).d)}, ${part(iso).y}`,
  serial,
  (iso) => iso.slice(2),
];
const monthFirst: readonly Spelling<string>[] = [
  (iso) => `${part(iso).m}/${part(iso).d}/${part(iso).y}`,
  (iso) => `${Number(part(iso).m)}/${Number(part(iso).d)}/${part(iso).y} 12:00:00 AM`,
  (iso) => `${part(iso).m}-${part(iso).d}-${part(iso).y}`,
  (iso) => `${Number(part(iso).m)}/${Number(part(iso).d)}/${part(iso).y.slice(2)}`,
  (iso) => `${part(iso).m}-${part(iso).d}-${part(iso).y.slice(2)}`,
];
const dayFirst: readonly Spelling<string>[] = [
  (iso) => `${part(iso).d}/${part(iso).m}/${part(iso).y}`,
  (iso) => `${Number(part(iso).d)}.${Number(part(iso).m)}.${part(iso).y}`,
  (iso) => `${part(iso).d}-${part(iso).m}-${part(iso).y}`,
  (iso) => `${part(iso).d}.${part(iso).m}.${part(iso).y.slice(2)}`,
  (iso) => `${part(iso).d}-${part(iso).m}-${part(iso).y.slice(2)}`,
];

/** Values, each in a spelling of its own. */
const spelled = <V>(values: fc.Arbitrary<V>, spellings: readonly Spelling<V>[]) =>
  fc.array(
    fc.tuple(values, fc.constantFrom(...spellings)).map(([value, spell]) => ({ value, cell: spell(value) })),
    { minLength: 1, maxLength: 6 },
  );

/** Values in one spelling. */
const alike = <V>(values: fc.Arbitrary<V>, spellings: readonly Spelling<V>[]) =>
  fc
    .tuple(fc.array(values, { minLength: 1, maxLength: 6 }), fc.constantFrom(...spellings))
    .map(([all, spell]) => all.map((value) => ({ value, cell: spell(value) })));

const isoDays = fc.integer({ min: -1_000, max: 30_000 }).map((day) => addDays('1972-01-01', day));
const cents = fc.integer({ min: -300_000_000, max: 300_000_000 });
const wholeDollars = fc.oneof(fc.integer({ min: -3_000, max: 3_000 }), fc.integer()).map((each) => each * 100);

type Cells = fc.Arbitrary<readonly { readonly value: unknown; readonly cell: string }[]>;

/** No cell of the column is read as another value; each is refused, or right. */
function never(schema: Parameters<typeof readColumn>[0], columns: Cells) {
  fc.assert(
    fc.property(columns, (cells) => {
      const { values } = readColumn(schema, ...cells.map(({ cell }) => cell));
      for (const [at, { value, cell }] of cells.entries())
        if (values[at] !== 'refused') expect([cell, values[at]]).toEqual([cell, value]);
    }),
    PARAMETERS,
  );
}

/** Every cell of the column is read as its value. */
function always(schema: Parameters<typeof readColumn>[0], columns: Cells) {
  fc.assert(
    fc.property(columns, (cells) => {
      expect(readColumn(schema, ...cells.map(({ cell }) => cell)).values).toEqual(cells.map(({ value }) => value));
    }),
    PARAMETERS,
  );
}

describe('a value in any known spelling is read as that value, or refused', () => {
  it('amounts, in columns of one spelling and of many', () => {
    never(signedMoney, alike(cents, amounts));
    never(signedMoney, spelled(cents, amounts));
    never(signedMoney, alike(wholeDollars, dollars));
    never(signedMoney, spelled(fc.oneof(wholeDollars, wholeDollars), [...dollars, ...amounts]));
    always(signedMoney, alike(cents, amounts));
  });

  it('whole numbers and decimals', () => {
    const counts = fc.oneof(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 99_999_999 }));
    never(
      integer,
      spelled(
        counts,
        [',', '.', ' ', ''].map((by) => (value: number) => grouped(String(value), by)),
      ),
    );
    const degrees = fc.integer({ min: -180_000, max: 180_000 }).map((each) => each / 1_000);
    never(number, spelled(degrees, [(value) => String(value), (value) => String(value).replace('.', ',')]));
    always(number, alike(degrees, [(value) => String(value), (value) => value.toFixed(6).replace('.', ',')]));
  });

  it('dates, in columns of one order and of none', () => {
    for (const order of [days, [...days, ...monthFirst], [...days, ...dayFirst]]) {
      never(date, spelled(isoDays, order));
      never(date, alike(isoDays, order));
    }
    for (const one of [...monthFirst, ...dayFirst])
      for (const iso of ['2025-04-03', '2025-12-11', '1999-01-02'])
        expect([one(iso), [iso, 'refused']]).toEqual([one(iso), expect.arrayContaining([read(date, one(iso))])]);
    always(date, spelled(isoDays, days.slice(0, -1)));
  });

  it('times of day and instants', () => {
    const two = (value: number) => String(value).padStart(2, '0');
    const seconds = fc.integer({ min: 0, max: 86_399 });
    const clock = (all: number, hours = Math.floor(all / 3600)) =>
      `${two(hours)}:${two(Math.floor(all / 60) % 60)}:${two(all % 60)}`;
    const half = (all: number) => {
      const hours = Math.floor(all / 3600);
      return `${clock(all, hours % 12 === 0 ? 12 : hours % 12)} ${hours < 12 ? 'AM' : 'p.m.'}`;
    };
    const late = (all: number) => (all < 21_600 ? clock(all, Math.floor(all / 3600) + 24) : clock(all));
    const read24 = spelled(seconds, [clock, half, late]).map((cells) =>
      cells.map(({ value, cell }) => ({ value: clock(value), cell })),
    );
    always(clockCell, read24);
    const instants = fc.integer({ min: 0, max: 2_000_000_000 });
    const iso = (at: number) => new Date(at * 1000).toISOString().replace('.000', '');
    const shifted = (hours: number, zone: string) => (at: number) => iso(at + hours * 3600).replace('Z', zone);
    always(
      instantCell,
      spelled(instants, [
        iso,
        shifted(-4, '-04:00'),
        shifted(-4, '-04'),
        shifted(5.5, '+0530'),
        (at) => shifted(0, '+00')(at).replace('T', ' '),
        (at) => shifted(0, ' UTC')(at).replace('T', ' '),
      ]).map((cells) => cells.map(({ value, cell }) => ({ value: iso(value), cell }))),
    );
  });

  it('words and ranks in any letter case', () => {
    const cased = (word: string) =>
      fc
        .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
        .map((ups) => [...word].map((letter, at) => (ups[at] ? letter.toUpperCase() : letter.toLowerCase())).join(''));
    for (const [word, value] of [
      ['yes', true],
      ['y', true],
      ['true', true],
      ['no', false],
      ['n', false],
    ] as const)
      fc.assert(
        fc.property(cased(word), (cell) => {
          expect([read(flag, cell), read(tristate, cell)]).toEqual([value, value]);
        }),
      );
    for (const one of ['A+', 'A', 'B', 'C', 'Pending'])
      fc.assert(
        fc.property(cased(one), (cell) => {
          expect(read(rank, ` ${cell}\u00A0`)).toBe(one);
        }),
      );
  });
});

describe('a name is the same in every spelling that looks the same', () => {
  it('with letters that nobody sees, other blanks, and accents apart', () => {
    const words = fc.array(fc.constantFrom('Los', 'Angeles', 'Citroën', 'São', 'Åsa', 'Ltd.', '007'), { minLength: 1 });
    const hidden = fc.constantFrom('', '\u200B', '\uFEFF', '\u00AD', '\u2060', '\u200E', '\u200D');
    const blank = fc.constantFrom(' ', '  ', '\u00A0', '\u2009 ', '\t', '\u3000');
    fc.assert(
      fc.property(
        words,
        fc.array(hidden, { minLength: 30, maxLength: 30 }),
        blank,
        fc.boolean(),
        (all, letters, by, apart) => {
          const name = all.join(' ');
          let next = 0;
          const written = (apart ? name.normalize('NFD') : name).replace(/./gsu, (letter) =>
            letter === ' ' ? by : letter + letters[next++ % letters.length],
          );
          expect(read(text, `${by}${written}${by}`)).toBe(name);
        },
      ),
      PARAMETERS,
    );
  });
});
