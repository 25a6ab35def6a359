import { describe, expect, it } from 'vitest';
import { learntDocument, learntReport } from '../../../src/learn/report/report.ts';
import { EFFECT, FEW, NONE } from '../learnt.ts';

const subject = {
  ...{ kind: 'posts', title: 'When to post', subtitle: 'One account', name: 'history.csv' },
  ...{ again: 'evenhand learn history.csv', noun: ['post', 'posts'] as const, success: 'above the median' },
};

describe('the report of what was learnt', () => {
  it('begins with the finding, the best five slots and the week', () => {
    const { headline, tone, sections, tiles } = learntDocument(EFFECT, subject);
    expect(headline).toMatch(
      /^Hour and weekday matter: they explain [\d.]+% \([\d.]+% to [\d.]+%\) of what later posts did$/,
    );
    expect(tone).toBe('good');
    expect(sections.map(({ id }) => id)).toEqual(['best', 'week', 'methods', 'calibration', 'care']);
    expect(tiles[0]!.value).toBe('1,500');
  });

  it('draws no colour for a slot that was hardly tried', () => {
    const { sections } = learntDocument(FEW, subject);
    const [heat] = sections.find(({ id }) => id === 'week')!.blocks;
    const rows = heat?.type === 'chart' ? heat.data.rows! : [];
    expect(rows).toHaveLength(168);
    expect(rows.filter(({ step }) => step !== 'tried 0 to 2 times').length).toBeLessThan(3);
  });

  it('says that too few trials are too few, and shows no test', () => {
    const { headline, sections } = learntDocument(FEW, subject);
    expect(headline).toBe('20 posts: too few to learn from, the built-in table stands');
    expect(sections.map(({ id }) => id)).toEqual(['best', 'week', 'care']);
  });

  it('says that no effect can be shown, and how large one would have to be', () => {
    const { headline, detail, tone } = learntDocument(NONE, subject);
    expect(headline).toBe('No effect of hour and weekday can be shown in 300 posts');
    expect(detail).toContain('only where it explains 14.9% or more');
    expect(tone).toBe('fair');
  });

  it('is one file without a script, and says that association is no cause', async () => {
    const html = await learntReport(EFFECT, subject);
    expect(html).not.toContain('<script');
    expect(html).toContain('This is association, not cause.');
  });
});
