import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { count, domainOf, scenario } from '../../src/main.ts';
import { type Chance, type Chosen, chanceLead, chosenLead, titlesOf } from '../../src/notebook/explain-words.ts';
import { tinyWeek } from '../cli/tiny-week.ts';

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

afterEach(() => void vi.restoreAllMocks());

describe('why a row is not in the schedule', () => {
  it('sets the price of what it needs beside the exact loss, of which it is a bound', () => {
    expect(chanceLead(chance({ less: [points(1750)], loss: 1750 }))).toBe(
      'It scores 950 points; what it needs is worth 950 points elsewhere. By these prices it would cost nothing. Solved again with it, the best schedule has 1,750 points less:',
    );
    expect(chanceLead(chance({ worth: -13.004, less: [points(13)], loss: 13 }))).toContain(
      'is worth 963 points elsewhere. By these prices it would cost 13 points. ',
    );
  });

  it('says of a tie that it is one', () => {
    expect(chanceLead(chance({}))).toMatch(/Solved again with it, the best schedule is as good: it lost a tie\.$/);
  });

  it('names what comes before points, and leaves prices out', () => {
    const less = [dollars(4500), points(-60)];
    expect(chanceLead(chance({ gives: [dollars(3000)], less, loss: -60 }))).toBe(
      'It would bring $3000 of priority spots. Solved again with it, the best schedule has $4500 of priority spots less, 60 points more:',
    );
  });

  it('says where no schedule can hold it', () => {
    expect(chanceLead(chance({ less: null, loss: null }))).toMatch(/No schedule can hold it\.$/);
  });
});

describe('why a row is in the schedule', () => {
  it('sets its score beside what is left of it, and says what doing without it loses', () => {
    expect(chosenLead(chosen({ brings: 750, less: [points(40)], loss: 40 }))).toBe(
      'It scores 950 points and brings 750 points net. The best schedule without it has 40 points less:',
    );
    expect(chosenLead(chosen({}))).toBe('It scores 950 points. Another schedule without it is as good.');
    expect(chosenLead(chosen({ less: null, loss: null }))).toMatch(/No schedule does without it\.$/);
  });
});

describe('an explanation in a notebook', () => {
  it('names the field asked for, and rules by their titles', async () => {
    const week = await scenario(join(tinyWeek(), 'tiny.yaml'));
    const shown = vi.spyOn(console, 'log').mockImplementation(() => {});
    const why = await week.explain({ vin: 'VIN001' }, 1);
    await why.show('verdict');
    expect(shown.mock.calls[0]![0]).toMatch(/^vin VIN001: 1 in the schedule/);
    expect(titlesOf(domainOf('loans'))('tier_caps')).toBe('Tier caps');
  });

  it('of an evening shows what stands in the way, and what the way in costs', async () => {
    const evening = await scenario('scenarios/rotation/prime-evening.yaml');
    const why = await evening.explain({ spot: 'd3' }, 1);
    expect(why.chances[0]!.inTheWay.join()).toContain('Bluebird Diner');
    expect(why.rows('rows')[0]!.less).toMatch(/of priority spots less/);
  });
});
