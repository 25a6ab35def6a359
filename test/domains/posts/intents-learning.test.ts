import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { posts } from '../../../src/domains/posts/index.ts';
import { HISTORY, keepHistory, outcomesOf as keptOutcomes } from '../../../src/history/index.ts';
import { learnChannels } from '../../../src/learn/scenario/channels.ts';
import { learntTable } from '../../../src/learn/scenario/table.ts';
import { openStorage } from '../../../src/storage/open.ts';
import { read } from '../../history/kit.ts';
import { outcomesOf } from '../../learn/scenario/outcomes.ts';
import { open } from './plans.ts';

const CHANNELS = ['instagram', 'tiktok', 'linkedin'].map((platform) => ({ channel: platform, platform, zone: 'UTC' }));

function planned(learnt: readonly object[] = []) {
  const { settings, tables } = open({ channels: CHANNELS, posts: [{ post: 'a', channel: 'tiktok' }], learnt });
  return (subject: string, type?: string) =>
    posts.predict!(settings, tables as never, { subject, type }).instants.toSorted((a, b) => b.score - a.score);
}

/** What eighty outcomes of each of three channels teach. */
function trained() {
  const { settings, tables } = open({ channels: CHANNELS, posts: [{ post: 'a', channel: 'tiktok' }] });
  const subjects = posts.learning!.subjects(settings, tables as never);
  return learnChannels(subjects.map((channel) => ({ channel, outcomes: outcomesOf(80) })));
}

const rowsOf = () => {
  const { columns, rows } = learntTable(trained());
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at]])));
};

describe('what the earlier system meant by learning', () => {
  it('train: each of three platforms has a test on rows that were not learnt from', () => {
    for (const { learnt } of trained()) {
      const used = learnt.test!.scores.find(({ method }) => method === 'shrinkage')!;
      expect(used.explained.value).toBeGreaterThan(-1);
      expect(learnt.test!.tested).toBeGreaterThan(0);
      expect(learnt.samples - learnt.test!.tested).toBeGreaterThan(0);
    }
  });

  it('predict: five instants with hour, confidence and score, the best first', () => {
    const best = planned(rowsOf())('tiktok').slice(0, 5);
    expect(best).toHaveLength(5);
    for (const { hour, confidence, score } of best) {
      expect([...Array(24).keys()]).toContain(hour);
      for (const share of [confidence, score]) expect(share >= 0 && share <= 1).toBe(true);
    }
    expect(best.map(({ score }) => score)).toEqual(best.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  it('a trained model changes at least one prediction, and every item carries method and confidence', () => {
    const [before, after] = [planned()('tiktok'), planned(rowsOf())('tiktok')];
    const scores = new Map(before.map(({ at, score }) => [at, score]));
    expect(after.some(({ at, score }) => scores.get(at) !== score)).toBe(true);
    expect(before.every(({ method }) => method === 'table')).toBe(true);
    expect(after.every(({ method, confidence }) => method !== '' && confidence >= 0 && confidence <= 1)).toBe(true);
    expect(after.some(({ samples }) => samples > 0)).toBe(true);
  });

  it('fallback: LinkedIn without a history has three instants, those of 9 to 17 h with a confidence above a half', () => {
    const best = planned()('linkedin').slice(0, 3);
    expect(best).toHaveLength(3);
    const daily = best.filter(({ hour }) => hour >= 9 && hour < 17);
    expect(daily.length).toBeGreaterThan(0);
    for (const { confidence } of daily) expect(confidence > 0.5 && confidence <= 0.7).toBe(true);
  });
});

describe('what it meant by a record', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'evenhand-intents-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('record metrics: a row is read back with all that it said', async () => {
    const csv =
      'posted_at,id,type,reach,engagement,ctr,conversion,success\n2026-05-01T09:30Z,p1,x_post,1500,0.045,0.02,0.01,1\n';
    await keepHistory(folder, read(csv, { channel: 'mine' }));
    const storage = await openStorage(folder, { features: [HISTORY], make: false });
    try {
      const goals = ['reach', 'engagement', 'ctr', 'conversion', 'success'];
      const values = [];
      for (const goal of goals) values.push((await keptOutcomes(storage, { goal }))[0]!.value);
      expect(values).toEqual([1500, 0.045, 0.02, 0.01, 1]);
    } finally {
      await storage.close();
    }
  });
});
