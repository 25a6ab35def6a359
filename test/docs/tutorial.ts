import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { pathOf } from '../house/sources.ts';

const page = readFileSync(pathOf('docs/your-own-kind.md'), 'utf8');

/** The blocks of code of a step of the tutorial, in their order. */
export const blocksOf = (step: number, language: 'ts' | 'yaml'): readonly string[] => {
  const chapter = page.split(/^## /m).find((text) => text.startsWith(`${step}. `))!;
  return [...chapter.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code]) => code!);
};

/** The text with the first line of a block carried out: a whole file, lines above a line, or lines instead of one. */
function carriedOut(text: string, block: string): string {
  const [first = '', ...lines] = block.trimEnd().split('\n');
  const code = lines.join('\n');
  if (first === '// errands.ts') return `${code}\n`;
  const [, how, line = ''] = /^\/\/ (above|instead of): (.*)$/.exec(first) ?? [];
  const found = text.split('\n').filter((each) => each.trim() === line);
  expect(found, `"${line}" stands once`).toHaveLength(1);
  return text.replace(found[0]!, () => (how === 'above' ? `${code}\n\n${found[0]}` : code));
}

/** The module as it stands after a step. */
export const moduleAfter = (step: number): string =>
  Array.from({ length: step }, (_, k) => blocksOf(k + 1, 'ts'))
    .flat()
    .reduce(carriedOut, '');

/** The scenario as it stands after a step. */
export const yamlAfter = (step: number): string =>
  `${blocksOf(1, 'yaml')[0]}${step >= 5 ? blocksOf(5, 'yaml')[0] : ''}`;
