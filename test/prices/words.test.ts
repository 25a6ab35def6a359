import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/pipeline/session.ts';
import type { Price } from '../../src/prices/price.ts';
import { priceText } from '../../src/prices/words.ts';

const rowText = ({ id }: { readonly id: string }) => `id ${id}`;
const session = { instance: { rowText } } as unknown as Session;
const points = (by: number) => ({ of: 'net_score', by, text: `${by} points` });
const price = (own: Partial<Price>): Price => ({
  rule: 'slot',
  label: 'slot 1',
  change: 'one more slot on 2025-09-22',
  shadow: 5,
  gain: 5,
  gains: [points(5)],
  added: [],
  dropped: [],
  ...own,
});

describe('a price list in words', () => {
  it('names the first row that changes, and counts the others', () => {
    const added = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    const { prices } = priceText(session, [price({ added, dropped: [{ id: 'd' }] })]);
    expect(prices).toEqual([
      {
        change: 'One more slot on Mon 22 Sep',
        gain: '5 points more',
        changes: ['out: id d', 'in: id a, and 2 other rows'],
      },
    ]);
  });

  it('keeps steps that bring nothing apart', () => {
    const { detail, nothing } = priceText(session, [price({}), price({ gains: [], gain: 0, change: 'one more cap' })]);
    expect(detail).toBe('2 limits loosened one at a time, each solved again; 1 of them brings something.');
    expect(nothing).toEqual(['One more cap']);
  });

  it('says so where none brings anything, and where no limit binds', () => {
    expect(priceText(session, [price({ gains: [], gain: 0 })]).headline).toBe('None of them would bring anything');
    expect(priceText(session, []).headline).toMatch(/^No limit binds/);
  });
});
