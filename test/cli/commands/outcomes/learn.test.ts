import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outcomesCsv } from '../../../learn/scenario/outcomes.ts';
import { pastLoans } from '../../../learn/scenario/past-loans.ts';
import { evenhand, tinyWeek } from '../../tiny-week.ts';

const SCENARIO = `kind: posts
title: Two channels
horizon: {start: 2025-11-03, end: 2025-11-06}
channels:
  - {channel: ig, platform: instagram, zone: UTC}
  - {channel: li, platform: linkedin, zone: UTC}
posts:
  - {post: a, channel: ig}
`;

let folder: string;
let kept: string;
let file: string;
let csv: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenhand-learn-'));
  [kept, file, csv] = [join(folder, 'history'), join(folder, 'two.yaml'), join(folder, 'ig.csv')];
  writeFileSync(file, SCENARIO);
  writeFileSync(csv, outcomesCsv(300));
  writeFileSync(join(folder, 'li.csv'), outcomesCsv(30));
  for (const [channel, platform] of [
    ['ig', 'instagram'],
    ['li', 'linkedin'],
  ] as const)
    await evenhand(
      ...['history', 'add', join(folder, `${channel}.csv`), '--platform', platform, '--channel', channel],
      ...['--zone', 'UTC', '--to', kept],
    );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('evenhand learn', () => {
  it('says of each channel what was learnt, and of one with few outcomes that its table stands', async () => {
    const { code, out } = await evenhand('learn', file, '--history', kept);
    expect(code).toBe(0);
    expect(out).toMatch(/^ig: hour and weekday matter: they explain \d/);
    expect(out).toContain('\n  Best by these outcomes, of the hours that were tried:\n    ');
    expect(out).toMatch(/\n\nli: 30 posts, fewer than are needed to learn from; the built-in table stands\n/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThan(81);
  });

  it('writes a table that scenarios read, and one report a channel', async () => {
    const to = join(folder, 'data');
    const report = join(folder, 'learnt.html');
    const { out } = await evenhand('learn', file, '--history', kept, '--out', to, '--report', report);
    const [head, ...rows] = readFileSync(join(to, 'learnt.csv'), 'utf8').trimEnd().split('\n');
    expect(head).toBe('channel,weekday,hour,mean,low,high,samples,confidence,method');
    expect(rows).toHaveLength(168);
    expect(out).toContain('learnt-ig.html');
    expect(readFileSync(join(folder, 'learnt-li.html'), 'utf8')).toContain('<title>When to publish on li</title>');
    expect(existsSync(report)).toBe(false);

    writeFileSync(join(to, 'channels.csv'), 'channel,platform,zone\nig,instagram,UTC\nli,linkedin,UTC\n');
    writeFileSync(join(to, 'posts.csv'), 'post,channel\na,ig\n');
    const plan = join(folder, 'plan.yaml');
    writeFileSync(plan, 'kind: posts\ntitle: P\nhorizon: {start: 2025-11-03, end: 2025-11-06}\ndata: {dir: data}\n');
    const predicted = JSON.parse((await evenhand('predict', plan, '--channel', 'ig', '--json')).out);
    expect(predicted.instants[0]).toMatchObject({
      samples: expect.any(Number),
      method: expect.not.stringMatching('table'),
    });
  });

  it('takes one channel from a file, by the clock that is named, without a scenario', async () => {
    const instants = join(folder, 'instants.csv');
    writeFileSync(instants, outcomesCsv(300).replaceAll(/(T\d\d:\d\d),/g, '$1Z,'));
    const asked = ['learn', '--outcomes', instants, '--platform', 'instagram', '--zone', 'Europe/Berlin', '--json'];
    const { out } = await evenhand(...asked, '--goal', 'likes', '--seed', '3');
    const { goal, seed, channels, table } = JSON.parse(out);
    expect([goal, seed, channels.length, channels[0].name, table.length]).toEqual(['likes', 3, 1, 'instagram', 168]);
    // Nine in UTC is ten in Berlin in winter, when the outcomes begin and end.
    expect(channels[0].learnt.slots.filter(({ samples }: { samples: number }) => samples > 0)[0].hour).toBe(10);
  });

  it('takes each account of a file that says whose its rows are', async () => {
    const both = join(folder, 'both.csv');
    const [head, ...rows] = outcomesCsv(60).trimEnd().split('\n');
    writeFileSync(
      both,
      `${[`${head},Account`, ...rows.map((row, k) => `${row},${['ig', 'li', 'x'][k % 3]}`)].join('\n')}\n`,
    );
    const { out } = await evenhand('learn', file, '--outcomes', both);
    expect(out).toMatch(/^ig: 20 posts, fewer than .*\n.*\n\nli: 20 posts, /);
    expect(out).toContain('note: not asked about, and not looked at: x');
    const one = await evenhand('learn', file, '--outcomes', both, '--channel', 'li', '--goal', 'Reach', '--json');
    expect(JSON.parse(one.out).channels.map(({ name }: { name: string }) => name)).toEqual(['li']);
    const none = await evenhand('learn', file, '--outcomes', both, '--channel', 'y');
    expect(none.err).toBe('there is no channel "y"\nMaybe one of: ig, li, x.\n');
  });

  it('explores by a seed, and says so', async () => {
    const to = join(folder, 'explored');
    const { out } = await evenhand('learn', file, '--history', kept, '--out', to, '--explore', '0.1', '--seed', '7');
    expect(out).toContain('Means in the table are explored: each is drawn by 0.1 of the way');
    expect(readFileSync(join(to, 'learnt.csv'), 'utf8').trimEnd().split('\n')).toHaveLength(337);
  });

  it('refuses a goal, a channel and a platform that there is not, with those that there are', async () => {
    const goal = await evenhand('learn', file, '--history', kept, '--goal', 'saves');
    expect([goal.code, goal.err]).toEqual([2, expect.stringContaining('Maybe one of: likes, reach.')]);
    const channel = await evenhand('learn', file, '--history', kept, '--channel', 'lo');
    expect([channel.code, channel.err]).toEqual([2, 'there is no channel "lo"\nMaybe one of: ig, li.\n']);
    const platform = await evenhand('learn', '--outcomes', csv, '--platform', 'myspace', '--zone', 'UTC');
    expect(platform.err).toContain('no table says what hours are worth on "myspace"');
    const whose = await evenhand('learn', file, '--outcomes', csv);
    expect(whose.err).toContain('nobody says whose outcomes the file holds\nMaybe --channel with one of: ig, li.');
    expect((await evenhand('learn', '--outcomes', csv)).err).toContain('nobody says on which platform');
    expect((await evenhand('learn', file, '--history', join(folder, 'none'))).code).toBe(2);
  });
});

describe('evenhand learn of weights', () => {
  it('proposes what past loans support, and how to try it', async () => {
    const loans = pastLoans(480);
    const { code, out } = await evenhand('learn', join(loans, 'tiny.yaml'));
    rmSync(loans, { recursive: true, force: true });
    expect(code).toBe(0);
    expect(out).toMatch(/^480 loans support other weights: .*pub/);
    expect(out).toMatch(/\nTo try it:\n {2}evenhand run \S+tiny\.yaml (?:--set \S+ )*--set weights\.pub=/);
    expect(out).toMatch(/\n {2}pub +150 .* raise it\n/);
  });

  it('takes the rows of a schedule, and says what must be known of them', async () => {
    const week = tinyWeek();
    const [scenario, past] = [join(week, 'tiny.yaml'), join(week, 'past.csv')];
    writeFileSync(past, 'vin,person_id,start_day,published\nVIN001,1,2025-09-22,yes\nVIN002,2,2025-09-23,no\n');
    const { out } = await evenhand('learn', scenario, '--weights', '--schedule', past, '--success', 'published=yes');
    rmSync(week, { recursive: true, force: true });
    expect(out).toMatch(/^2 loans with an outcome: too few to learn from\n\nFrom 50 on/);
    expect(out).toContain('note: rows are taken to be in order of time, as the file has them');
  });

  it('refuses what is about hours, and what would be passed over', async () => {
    const { code, err } = await evenhand('learn', 'scenarios/loans/la-week.yaml', '--goal', 'likes', '--out', 'x');
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('--goal and --out are about hours, and weights are asked for'),
    ]);
    const two = await evenhand('learn', file, '--outcomes', csv, '--history', kept);
    expect(two.err).toContain('--outcomes and --history name two places of outcomes');
    expect((await evenhand('learn', file, '--zone', 'UTC')).err).toContain('are about the file of --outcomes');
    const platform = await evenhand('learn', file, '--outcomes', csv, '--channel', 'ig', '--platform', 'x');
    expect(platform.err).toContain('the scenario says on which platform a channel is');
  });

  it('needs a scenario, and a schedule together with what came of it', async () => {
    expect((await evenhand('learn', '--weights')).err).toContain('--weights needs the scenario');
    expect((await evenhand('learn', file, '--schedule', csv)).err).toContain('--schedule and --success go together');
  });
});
