import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { pathOf } from '../house/sources.ts';

const docs = readdirSync(pathOf('docs')).filter((name) => name.endsWith('.md'));
const pages = ['README.md', 'CHANGELOG.md', ...docs.map((name) => `docs/${name}`)];

/** The headings of a page as the ends of links to them: "A first run" is "a-first-run". */
const anchorsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Links of a page to files of the repository, outside its blocks of code. */
const linksOf = (page: string): readonly string[] => {
  const text = readFileSync(pathOf(page), 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !/^\w+:/.test(link));
};

it.each(pages)('the links of %s lead somewhere', (page) => {
  const lost = linksOf(page).filter((link) => {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? page : join(dirname(page), file);
    if (!existsSync(pathOf(target))) return true;
    return anchor !== undefined && !anchorsOf(readFileSync(pathOf(target), 'utf8')).includes(anchor);
  });
  expect(lost).toEqual([]);
});

it('README links to every page of docs', () => {
  const linked = linksOf('README.md');
  expect(docs.filter((name) => !linked.includes(`docs/${name}`))).toEqual([]);
});
