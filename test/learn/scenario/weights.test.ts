import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readScenario } from '../../../src/domains/read.ts';
import { proposeWeights } from '../../../src/learn/scenario/weights.ts';
import { weightsText } from '../../../src/learn/scenario/words.ts';
import { tinyWeek } from '../../cli/tiny-week.ts';
import { pastLoans } from './past-loans.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const kept = (folder: string): string => {
  folders.push(folder);
  return join(folder, 'tiny.yaml');
};

describe('weights that past loans support', () => {
  it('are other ones where partners who have published do so again, and rank says nothing', async () => {
    const found = await proposeWeights(readScenario(kept(pastLoans(480))));
    const { learnt, success, overrides, notes } = found;
    expect([learnt.samples, learnt.verdict, success]).toEqual([480, 'change', 'the loan led to a publication']);
    expect(learnt.terms.find(({ term }) => term === 'pub')).toMatchObject({ now: 150, change: 'raise' });
    expect(overrides.find((one) => one.startsWith('weights.pub='))).toMatch(/^weights\.pub=\d+(?:\.\d{1,3})?$/);
    expect(notes).toContain('geo is the same in all that was decided, or not known of it: nothing is said of it');
    expect(weightsText(found).headline).toMatch(/^480 loans support other weights: .*pub/);
  });

  it('are those that stand where there are few loans', async () => {
    const found = await proposeWeights(readScenario(kept(pastLoans(24))));
    expect([found.learnt.verdict, found.overrides]).toEqual(['few', []]);
    expect(weightsText(found).headline).toBe('24 loans with an outcome: too few to learn from');
  });

  it('are those that stand by the sample data, in which publications follow from nothing', async () => {
    const found = await proposeWeights(readScenario('scenarios/loans/la-week.yaml'));
    expect([found.learnt.samples, found.learnt.verdict, found.overrides]).toEqual([1928, 'none', []]);
    expect(weightsText(found).headline).toBe('No change of weights can be supported by 1,928 loans');
  });
});

describe('weights that rows of a schedule support', () => {
  const PAST =
    'vin,person_id,start_day,published\nVIN001,1,2025-09-22,yes\nVIN002,2,2025-09-23,no\nVIN001,2,2025-09-24,\n';
  const asked = (text: string, value = 'yes', column = 'published') => {
    const file = kept(tinyWeek());
    const past = join(file, '..', 'past.csv');
    writeFileSync(past, text);
    return proposeWeights(readScenario(file), { past: { file: past, column, value } });
  };

  it('take their terms from the question of the scenario', async () => {
    const { learnt, notes, success } = await asked(PAST);
    expect([learnt.samples, learnt.verdict, success]).toEqual([2, 'few', 'published is yes']);
    expect(learnt.terms.map(({ term }) => term)).toEqual(['rank']);
    expect(notes.slice(0, 2)).toEqual([
      '1 row left out: published is empty',
      'rows are taken to be in order of time, as the file has them',
    ]);
  });

  it('are refused where the column or its value is not there, or no row is a possibility', async () => {
    await expect(asked(PAST, 'yes', 'publishd')).rejects.toThrow('has no column "publishd"');
    await expect(asked(PAST, 'aye')).rejects.toThrow('no row has published "aye"');
    await expect(asked(PAST.replaceAll('2025-09', '2025-08'))).rejects.toThrow(
      'no row of the schedule is a possibility of this scenario',
    );
  });
});

describe('kinds', () => {
  it('without past decisions need rows; those without numbers as weights have nothing to propose', async () => {
    const evening = readScenario('scenarios/rotation/prime-evening.yaml');
    await expect(proposeWeights(evening)).rejects.toThrow('the kind rotation has no table of past decisions');
  });
});
