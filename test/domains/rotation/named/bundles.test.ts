import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../../src/domains/rotation/audit.ts';
import { recordsOf } from '../../../../src/report/records.ts';
import { best, breaksAt, type Keys, prepare, spot } from '../cases.ts';

const bookend = (id: string, part: number, more: Keys = {}) =>
  spot(id, { bundle: 'duo', pairing: 'bookend', part, ...more });
const piggyback = (id: string, part: number, more: Keys = {}) =>
  spot(id, { bundle: 'tandem', pairing: 'piggyback', part, ...more });
/** A spot of its own advertiser. */
const other = (id: string, more: Keys = {}) => spot(id, { advertiser: id.toUpperCase(), ...more });

const rows = (...log: readonly string[]) =>
  log.map((line) => {
    const [id = '', at = '', position] = line.split(' ');
    return { spot: id, break: at, position: Number(position) };
  });

const judged = (keys: Keys, ...log: readonly string[]) => {
  const { settings, tables } = prepare(keys);
  return auditRotation(settings, tables, rows(...log));
};

const textsOf = (keys: Keys, ...log: readonly string[]) =>
  judged(keys, ...log).violations.map(({ rule, text }) => `${rule}: ${text}`);

describe('bookends', () => {
  const keys: Keys = { breaks: breaksAt('20:14'), spots: [bookend('a1', 1), bookend('a2', 2), other('b'), other('c')] };

  it('air first and last in one break, as near to each other as they are', async () => {
    // Separation is 900 s, and they are of one advertiser.
    expect((await best(keys)).breaks).toEqual(['b2014: a1 b c a2']);
  });

  it('air both, or none: a break that has room for one of them has none for either', async () => {
    const { breaks } = await best({
      breaks: [{ id: 'b1', local: '20:14', seconds: 60, spots: 4 }],
      spots: [
        bookend('a1', 1, { cpm: 30 }),
        bookend('a2', 2, { cpm: 1 }),
        other('b', { cpm: 25 }),
        other('c', { cpm: 7 }),
      ],
    });
    // 30 + 1 against 25 + 7.
    expect(breaks).toEqual(['b1: b c']);
  });

  it('air in no break that one of them may not be in', async () => {
    const { breaks, instance } = await best({
      breaks: breaksAt('20:14', '20:44'),
      spots: [bookend('a1', 1, { latest: '20:20' }), bookend('a2', 2, { earliest: '20:30' }), other('b')],
    });
    expect(breaks).toHaveLength(1);
    const j = instance.candidateOf({ spot: 'a1', break: 'b2014' })!;
    expect(instance.inTheWay(new Int32Array(), j)).toEqual([
      'Bookends and piggybacks: a2 cannot air in b2014 (20:14), and the spots of the bookend duo air together',
    ]);
  });

  it('keep their distance from all others, and count one by one in caps', async () => {
    const twice = (more: Keys) => ({
      breaks: breaksAt('20:14', '20:20'),
      spots: [bookend('a1', 1, more), bookend('a2', 2, more), spot('a3', { tier: 'remnant', ...more })],
      rules: { creative: 0 },
    });
    expect((await best(twice({ separation: 900 }))).log).toHaveLength(2);
    expect((await best(twice({ separation: 60, cap: 2 }))).log).toHaveLength(2);
    expect((await best(twice({ separation: 60, cap: 3 }))).log).toHaveLength(3);
    expect((await best(twice({ separation: 60, cap: 1 }))).log).toEqual([expect.stringMatching(/^a3 /)]);
  });

  it('that are torn apart, or stand inside, are told', () => {
    expect(textsOf(keys, 'a1 b2014 1', 'b b2014 2', 'c b2014 3')).toContain(
      'bundles: a1 stands in b2014, a2 is left out: they air in one break, or none of them airs (the bookend duo)',
    );
    expect(textsOf(keys, 'a1 b2014 1', 'b b2014 2', 'a2 b2014 3', 'c b2014 4')).toEqual([
      'bundles: a1 stands 1 and a2 3 of 4 in b2014: they air first and last (the bookend duo)',
    ]);
  });

  it('that are left out though a lower tier would make room are an inversion, and so is neither half alone', () => {
    const low: Keys = {
      breaks: [{ id: 'b1', local: '20:14', seconds: 60, spots: 4 }],
      spots: [bookend('a1', 1), bookend('a2', 2), other('r', { tier: 'remnant' })],
    };
    expect(textsOf(low, 'r b1 1')).toEqual([
      'tier: a1 (guaranteed) is left out of b1, though only spots of a lower tier keep it out',
    ]);
    const narrow = { ...low, breaks: [{ id: 'b1', local: '20:14', seconds: 45, spots: 4 }] };
    expect(textsOf(narrow, 'r b1 1')).toEqual([]);
    const [first] = recordsOf(judged(narrow, 'r b1 1').tables.unplaced);
    expect(first?.text).toBe('the one break that its terms allow is without a place for all of its bundle');
  });

  it('hold no longer once one of them has aired: the other airs by itself', async () => {
    const { breaks, settings, tables, instance, solution } = await best({
      breaks: breaksAt('20:14', '21:14'),
      spots: [bookend('a1', 1), bookend('a2', 2), other('b')],
      published: rows('a1 b2014 1', 'b b2014 2'),
      now: '2025-03-10T20:30:00-04:00',
    });
    expect(breaks).toEqual(['b2014: a1 b', 'b2114: a2']);
    expect(auditRotation(settings, tables, instance.schedule(solution.chosen)).violations).toEqual([]);
  });
});

describe('piggybacks', () => {
  const keys: Keys = {
    breaks: breaksAt('20:14'),
    spots: [piggyback('a1', 1, { cpm: 1 }), piggyback('a2', 2, { cpm: 50 }), other('b'), other('c')],
  };

  it('air one directly after the other, in the order of their parts', async () => {
    // By value alone a2 would stand before b, and a1 after c.
    expect((await best(keys)).breaks).toEqual(['b2014: b c a1 a2']);
  });

  it('do not air between competitors as if they were one spot of each', async () => {
    // b and c compete with a1: only the side of a2 is free, for one of them.
    const { breaks } = await best({
      breaks: breaksAt('20:14'),
      spots: [
        piggyback('a1', 1, { categories: ['auto'] }),
        piggyback('a2', 2),
        other('b', { categories: ['auto'], cpm: 9 }),
        other('c', { categories: ['auto'], cpm: 8 }),
      ],
    });
    expect(breaks).toEqual(['b2014: a1 a2 b']);
  });

  it('that stand apart are told, and marked in the log', () => {
    const { violations, tables } = judged(keys, 'a1 b2014 1', 'b b2014 2', 'a2 b2014 3', 'c b2014 4');
    expect(violations.map(({ text }) => text)).toEqual([
      'a1 at 1, a2 at 3 in b2014: they air one directly after the other (the piggyback tandem)',
    ]);
    expect(recordsOf(tables.log).map(({ text }) => text)[0]).toBe('no wish; part 1 of the piggyback tandem');
  });
});

describe('what is no bundle is set aside, every spot of it', () => {
  const quarantine = async (...spots: readonly Keys[]) =>
    (await best({ breaks: breaksAt('20:14'), spots: [...spots, other('z')] })).quarantine;

  it.each<[string, readonly Keys[], readonly string[]]>([
    [
      'a bookend without its partner',
      [bookend('a1', 1)],
      ['spots 1 part: a bookend has two spots, parts 1 and 2: of "duo" there are a1 (1)'],
    ],
    [
      'a piggyback that counts from 2',
      [piggyback('a1', 2), piggyback('a2', 3)],
      [1, 2].map(
        (line) =>
          `spots ${line} part: a piggyback has two spots or more, parts 1, 2 and so on: of "tandem" there are a1 (2), a2 (3)`,
      ),
    ],
    [
      'two tiers',
      [bookend('a1', 1), bookend('a2', 2, { tier: 'remnant' })],
      [1, 2].map((line) => `spots ${line} tier: differs among the spots of the bundle "duo": a1, a2`),
    ],
    [
      'a bundle of which nobody says what it is',
      [spot('a1', { bundle: 'duo', part: 1 })],
      ['spots 1 pairing: does not say what the bundle "duo" is: bookend or piggyback'],
    ],
    ['a part of nothing', [spot('a1', { part: 1 })], ['spots 1 part: needs a bundle: the name that its spots share']],
    [
      'a first spot that is booked last',
      [bookend('a1', 1, { position: 'last' }), bookend('a2', 2)],
      [1, 2].map((line) => `spots ${line} position: contradicts its part of the bookend "duo"`),
    ],
    [
      'a partner whose own row cannot be read',
      [bookend('a1', 1), bookend('a2', 2, { seconds: 'long' })],
      [
        'spots 1 part: a bookend has two spots, parts 1 and 2: of "duo" there are a1 (1)',
        expect.stringContaining('spots 2 seconds: ') as unknown as string,
      ],
    ],
  ])('%s', async (_, spots, found) => {
    expect((await quarantine(...spots)).toSorted()).toEqual(found);
  });
});
