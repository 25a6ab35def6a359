import { describe, expect, it } from 'vitest';
import { learnChannels } from '../../../src/learn/scenario/channels.ts';
import { exploredRows, learntTable } from '../../../src/learn/scenario/table.ts';
import { channelText } from '../../../src/learn/scenario/words.ts';
import { outcomesOf } from './outcomes.ts';

const channel = (name: string) => ({ name, platform: 'instagram', zone: 'UTC', worth: () => 0.5 });
const learnt = learnChannels([
  { channel: channel('many'), outcomes: outcomesOf(400) },
  { channel: channel('few'), outcomes: outcomesOf(40) },
]);
const NOUN = ['post', 'posts'] as const;

describe('learning channel by channel', () => {
  it('keeps the table where fewer than 50 outcomes can be judged', () => {
    expect(learnt.map(({ name, outcomes, learnt: own }) => [name, outcomes, own.samples, own.verdict])).toEqual([
      ['many', 400, 390, 'effect'],
      ['few', 40, 30, 'few'],
    ]);
  });

  it('compares an outcome with those of its own channel, whatever group its rows name', () => {
    const rows = outcomesOf(60).map((row, k) => ({ ...row, group: `g${k}` }));
    expect(learnChannels([{ channel: channel('a'), outcomes: rows }])[0]!.learnt.samples).toBe(50);
  });

  it('says in words what was learnt, and the best five hours of those that were tried', () => {
    const [many, few] = learnt.map((one) => channelText(one, NOUN));
    expect(many!.headline).toMatch(/^many: hour and weekday matter: they explain \d/);
    expect(many!.lead).toBe('Best by these outcomes, of the hours that were tried:');
    expect(many!.best).toHaveLength(5);
    expect(many!.best.every(([slot]) => slot!.endsWith(' 20:00'))).toBe(true);
    expect(few).toEqual({
      headline: 'few: 40 posts, fewer than are needed to learn from; the built-in table stands',
      detail: '30 posts can be judged, those after the first ten; 50 are needed.',
      ...{ lead: '', best: [] },
    });
  });
});

describe('the table that a scenario reads', () => {
  it('has a row for each hour of the week of each channel that could be learnt', () => {
    const { columns, rows } = learntTable(learnt);
    expect(columns.map(({ name }) => name).join(' ')).toBe(
      'channel weekday hour mean low high samples confidence method',
    );
    expect(rows).toHaveLength(168);
    expect(rows[20]!.slice(0, 3)).toEqual(['many', 'mon', 20]);
    expect(rows[20]![3]).toBeGreaterThan(rows[9]![3] as number);
    expect(rows.flat().filter((cell) => typeof cell === 'number' && !(cell >= 0))).toEqual([]);
  });

  it('has draws in place of means where hours are explored, of all channels, the same for the same seed', () => {
    const drawn = learntTable(learnt, { explore: 0.5, seed: 7 });
    expect(drawn.rows).toHaveLength(336);
    expect(drawn.rows).toEqual(learntTable(learnt, { explore: 0.5, seed: 7 }).rows);
    const plain = learntTable(learnt).rows;
    expect(plain.filter((row, at) => row[3] !== drawn.rows[at]![3]).length).toBeGreaterThan(160);
    expect(plain.map((row) => row.slice(4))).toEqual(drawn.rows.slice(0, 168).map((row) => row.slice(4)));
  });

  it('is drawn from anew for one channel, and the others stay', () => {
    const row = (name: string) => ({ channel: name, weekday: 'mon', hour: 9, mean: 0.5, low: 0.3, high: 0.7 });
    const [a, b] = exploredRows([row('a'), row('b')], 'a', { explore: 1, seed: 3 });
    expect(a!.mean).not.toBe(0.5);
    expect(a).toMatchObject({ low: 0.3, high: 0.7 });
    expect(b).toEqual(row('b'));
  });
});
