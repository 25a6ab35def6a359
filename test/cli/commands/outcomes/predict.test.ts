import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evenhand } from '../../tiny-week.ts';

const SCENARIO = `kind: posts
title: Two channels
horizon: {start: 2025-11-03, end: 2025-11-06}
channels:
  - {channel: ig, platform: instagram, zone: UTC}
  - {channel: li, platform: linkedin, zone: UTC}
posts:
  - {post: a, channel: ig}
learnt:
  - {channel: ig, weekday: tue, hour: 9, mean: 0.6, low: 0.2, high: 0.9, samples: 4, confidence: 0.7, method: shrinkage}
  - {channel: ig, weekday: tue, hour: 10, mean: 0.5, low: 0.2, high: 0.8, samples: 3, confidence: 0.5, method: shrinkage}
`;

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenhand-predict-'));
  file = join(folder, 'two.yaml');
  writeFileSync(file, SCENARIO);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('evenhand predict', () => {
  it('shows the best instants, and what rules close', async () => {
    const { code, out } = await evenhand('predict', file, '--channel', 'li', '--type', 'linkedin_post', '--top', '3');
    expect(code).toBe(0);
    expect(out).toMatch(/^linkedin_post on li: the best of 21 open instants, 72 in all\n\nlocal +UTC/);
    expect(out).toContain(
      '\nClosed by rules:\n  21  the hour is quiet\n  30  the content type is not published at this hour\n',
    );
    expect(out).toContain('note: nothing is learnt of li');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThan(81);
  });

  it('prints JSON: five instants, the best first, the earlier of equal ones first', async () => {
    const { out } = await evenhand('predict', file, '--channel', 'ig', '--json');
    const { instants, open, channel, type } = JSON.parse(out);
    expect([instants.length, open, channel, type]).toEqual([5, 51, 'ig', null]);
    expect(instants.map(({ score }: { score: number }) => score)).toEqual([1, 1, 1, 1, 1]);
    expect(instants.map(({ at }: { at: string }) => at)).toEqual(
      instants.map(({ at }: { at: string }) => at).toSorted(),
    );
  });

  it('explores what was learnt by a seed, and says so', async () => {
    const asked = (...more: string[]) =>
      evenhand('predict', file, '--channel', 'ig', '--top', '60', '--json', ...more).then(({ out }) => JSON.parse(out));
    const nine = ({ instants }: { instants: { at: string; score: number }[] }) =>
      instants.filter(({ at }) => /-04T(?:09|10):00Z$/.test(at)).map(({ score }) => score);
    const [plain, drawn, again] = [
      await asked(),
      await asked('--explore', '1', '--seed', '7'),
      await asked('--explore', '1', '--seed', '7'),
    ];
    expect(nine(drawn)).not.toEqual(nine(plain));
    expect(drawn).toEqual(again);
    expect(drawn.notes[0]).toContain('chances are drawn by 1 of the way to what could be (seed 7)');
  });

  it('refuses a channel, a type and a kind that cannot', async () => {
    expect(await evenhand('predict', file, '--channel', 'ih')).toMatchObject({ code: 2, out: '' });
    const type = await evenhand('predict', file, '--channel', 'li', '--type', 'linkedin_pots');
    expect(type.err).toContain('publishes no "linkedin_pots"\nMaybe you meant "linkedin_post".');
    const kind = await evenhand('predict', 'scenarios/loans/la-week.yaml', '--channel', 'x');
    expect([kind.code, kind.err]).toEqual([2, expect.stringContaining('the kind loans scores no instants')]);
  });
});
