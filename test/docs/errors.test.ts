import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pathOf, sources } from '../house/sources.ts';

const page = readFileSync(pathOf('docs/errors.md'), 'utf8');
const lines = sources('src').flatMap((source) => source.lines);

/** The errors that the page quotes: its third headings. */
const quoted = [...page.matchAll(/^### (.*)$/gm)].map(([, heading = '']) => heading);

it('every error of the page is quoted', () => {
  expect(quoted.length).toBeGreaterThan(25);
  expect(quoted.filter((heading) => !/^`[^`]+`$/.test(heading))).toEqual([]);
});

// What stands for a value in the page is a hole in the text of the source.
it.each(quoted)('%s stands in a source', (heading) => {
  const parts = heading
    .slice(1, -1)
    .split('…')
    .filter((part) => part !== '');
  const pattern = new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+'));
  expect(
    lines.some((line) => pattern.test(line)),
    pattern.source,
  ).toBe(true);
});
