import { describe, expect, it } from 'vitest';
import { domainOf } from '../../src/domains/find.ts';
import type { Chance, Chosen } from '../../src/explain/explain.ts';
import { fieldNames, plainText } from '../../src/explain/names.ts';
import { chanceText, chosenText, titlesOf } from '../../src/explain/words.ts';
import { count } from '../../src/text/format.ts';

const row = { row: { vin: 'VIN001' }, gives: [], score: 950, terms: [], instead: null };
const chance = (own: Partial<Chance>): Chance => ({
  ...row,
  charges: [],
  worth: 0,
  inTheWay: [],
  loss: 0,
  less: [],
  ...own,
});
const chosen = (own: Partial<Chosen>): Chosen => ({ ...row, penalties: [], brings: 950, loss: 0, less: [], ...own });
const points = (by: number) => ({ of: 'net_score', by, text: `${count(Math.abs(by))} points` });
const dollars = (by: number) => ({ of: 'priority', by, text: `$${Math.abs(by)} of priority spots` });

const words = { names: plainText, titles: titlesOf(domainOf('loans')) };
const chosenLead = (row: Chosen) => `${chosenText(row, words).worth} ${chosenText(row, words).loss}`;
const chanceLead = (row: Chance) => `${chanceText(row, words).worth} ${chanceText(row, words).loss}`;
const instead = { dropped: [{ vin: 'VIN001' }], added: [{ vin: 'VIN002' }] };

describe('why a row is not in the schedule', () => {
  it('sets the price of what it needs beside the exact loss, of which it is a bound', () => {
    expect(chanceLead(chance({ less: [points(1750)], loss: 1750 }))).toBe(
      'It scores 950 points; what it needs is worth 950 points elsewhere. By these prices it would cost nothing. Solved again, the best schedule with it has 1,750 points less.',
    );
    expect(chanceLead(chance({ worth: -13.004, less: [points(13)], loss: 13 }))).toContain(
      'is worth 963 points elsewhere. By these prices it would cost 13 points. ',
    );
  });

  it('says of a tie that it is one', () => {
    expect(chanceLead(chance({}))).toMatch(/Solved again, a schedule with it is as good: it lost a tie\.$/);
  });

  it('names what comes before points, and leaves prices out', () => {
    const less = [dollars(4500), points(-60)];
    expect(chanceLead(chance({ gives: [dollars(3000)], less, loss: -60 }))).toBe(
      'It would bring $3000 of priority spots and score 950 points. The best schedule with it has $4500 of priority spots less, 60 points more.',
    );
  });

  it('says where no schedule can hold it', () => {
    expect(chanceLead(chance({ less: null, loss: null }))).toMatch(/Solved again, no schedule can hold it\.$/);
  });
});

describe('why a row is in the schedule', () => {
  it('sets its score beside what is left of it, and says what doing without it loses', () => {
    expect(chosenLead(chosen({ brings: 750, less: [points(40)], loss: 40 }))).toBe(
      'It scores 950 points and brings 750 points net. The best schedule without it has 40 points less.',
    );
    expect(chosenLead(chosen({}))).toBe('It scores 950 points. Another schedule without it is as good.');
    expect(chosenLead(chosen({ less: null, loss: null }))).toMatch(/No schedule does without it\.$/);
  });
});

describe('what is below the sentences', () => {
  it('is what the points are made of, rules by their titles', () => {
    const terms = [{ name: 'rank', points: 950 }];
    const penalties = [{ rule: 'fairness', label: 'Ann', points: 200 }];
    expect(chosenText(chosen({ terms, penalties }), words).points).toEqual([
      { label: 'Rank', points: 950 },
      { label: 'Fairness: Ann', points: -200 },
    ]);
  });

  it('is what terms say where values come first, and what is in the way', () => {
    const terms = [{ name: 'shift', points: -4, text: '4 minutes from its wish' }];
    const text = chanceText(chance({ gives: [dollars(3000)], terms, inTheWay: ['the cap of 2'] }), words);
    expect([text.points, text.facts, text.inTheWay]).toEqual([
      [],
      ['4 minutes from its wish'],
      ['in its way: the cap of 2'],
    ]);
  });

  it('is the change of the schedule, which a colon announces', () => {
    const { loss, changes } = chosenText(chosen({ instead }), words);
    expect(loss).toBe('Another schedule without it is as good:');
    expect(changes).toEqual(['out: vin VIN001', 'in: vin VIN002']);
  });
});

describe('what was asked for', () => {
  it('is named alone where the names hold every value', () => {
    expect(fieldNames({ vin: 'VIN001' }, () => 'Lexus NX (VIN001)')).toBe('Lexus NX (VIN001)');
  });

  it('keeps its fields where a value is not among the names', () => {
    expect(fieldNames({ person_id: '1' }, () => 'to Ann from day 12')).toBe('person_id 1 (to Ann from day 12)');
    expect(fieldNames({ make: 'Lexus' }, () => '')).toBe('make Lexus');
  });
});
