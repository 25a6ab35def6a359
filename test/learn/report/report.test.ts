import { describe, expect, it } from 'vitest';
import { learn } from '../../../src/learn/learn.ts';
import { learntDocument, learntReport } from '../../../src/learn/report/report.ts';
import { made, worth } from '../made.ts';

const subject = {
  ...{ kind: 'posts', title: 'When to post', subtitle: 'One account', name: 'history.csv' },
  ...{ again: 'evenhand learn history.csv', noun: ['post', 'posts'] as const, success: 'above the median' },
};
const effect = learn(made(4, { trials: 1500, effect: 2 }).trials, { worth });
const few = learn(made(4, { trials: 20, effect: 0 }).trials, { worth });

describe('the report of what was learnt', () => {
  it('begins with the finding, the best five slots and the week', () => {
    const { headline, tone, sections, tiles } = learntDocument(effect, subject);
    expect(headline).toMatch(
      /^Hour and weekday matter: they explain [\d.]+% \([\d.]+% to [\d.]+%\) of what later posts did$/,
    );
    expect(tone).toBe('good');
    expect(sections.map(({ id }) => id)).toEqual(['best', 'week', 'methods', 'calibration', 'care']);
    expect(tiles[0]!.value).toBe('1,500');
  });

  it('draws no colour for a slot that was hardly tried', () => {
    const { sections } = learntDocument(few, subject);
    const [heat] = sections.find(({ id }) => id === 'week')!.blocks;
    const rows = heat?.type === 'chart' ? heat.data.rows! : [];
    expect(rows).toHaveLength(168);
    expect(rows.filter(({ step }) => step !== 'tried 0 to 2 times').length).toBeLessThan(3);
  });

  it('says that too few trials are too few, and shows no test', () => {
    const { headline, sections } = learntDocument(few, subject);
    expect(headline).toBe('20 posts: too few to learn from, the built-in table stands');
    expect(sections.map(({ id }) => id)).toEqual(['best', 'week', 'care']);
  });

  it('says that no effect can be shown, and how large one would have to be', () => {
    const none = learn(made(2, { trials: 300, effect: 0 }).trials, { worth });
    const { headline, detail, tone } = learntDocument(none, subject);
    expect(headline).toBe('No effect of hour and weekday can be shown in 300 posts');
    expect(detail).toContain('only where it explains 14.9% or more');
    expect(tone).toBe('fair');
  });

  it('is one file without a script, and says that association is no cause', async () => {
    const html = await learntReport(effect, subject);
    expect(html).not.toContain('<script');
    expect(html).toContain('This is association, not cause.');
  });
});
