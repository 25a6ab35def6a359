import { expect, it } from 'vitest';
import { domains } from '../../../src/domains/index.ts';
import { metricsMarkdown, metricsText } from '../../../src/policy/text/metrics.ts';
import { generalTexts } from '../../../src/runs/metric-text.ts';

const metrics = {
  done: {
    label: 'Errands done',
    meaning: 'How many errands are done.',
    better: 'more',
    headline: true,
    unit: 'errands',
  },
  busy: { label: 'Busy | days', better: 'neutral', headline: false },
} as const;
const kind = { kind: 'errands', title: 'Errands', metrics };

it('says of each metric what it is called, what it means and which way is better', () => {
  const lines = metricsText(kind).split('\n');
  expect(lines[0]).toBe('Errands (kind: errands)');
  expect(lines).toContain('net_score: Net score, in points; more is better.');
  expect(lines.slice(-4)).toEqual([
    'done: Errands done, in errands; more is better.',
    '  How many errands are done.',
    'busy: Busy | days; neither more nor less is better.',
    '',
  ]);
});

it('is a page with what every kind has, and a part for each kind', () => {
  const page = metricsMarkdown([kind]);
  expect(page.match(/^## .*$/gm)).toEqual(['## Every kind', '## Errands (kind: errands)']);
  expect(page).toContain('| `done` | Errands done | errands | more | How many errands are done. |\n');
  expect(page).toContain('| `busy` | Busy \\| days | – | – |  |\n');
});

it('has a meaning for every metric of the kinds that come with it', () => {
  const all = [generalTexts, ...domains.map((domain) => domain.metrics ?? {})].flatMap((texts) =>
    Object.entries(texts),
  );
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter(([, text]) => !/\.$/.test(text.meaning ?? '')).map(([name]) => name)).toEqual([]);
});
