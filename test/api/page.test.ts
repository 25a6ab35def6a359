import { describe, expect, it } from 'vitest';
import * as library from '../../src/main.ts';
import { docOf } from './comment.ts';
import { apiNames, codeOf } from './names.ts';
import { apiPage } from './page.ts';

const names = apiNames();
const page = apiPage(names);

describe('the reference of the library', () => {
  it('has every name with its declaration, its text and an example', () => {
    const values = Object.keys(library).filter((name) => name !== 'z');
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining(values));
    expect(names.filter(({ code }) => !/^(?:function|const|class|interface|type) /.test(code))).toEqual([]);
    const silent = names.filter(({ comment }) => docOf(comment).paragraphs.length === 0);
    expect(silent.map(({ name }) => name)).toEqual([]);
    expect(names.filter(({ group }) => group === 'Others')).toEqual([]);
  });

  it('is one file: it loads nothing, and each link leads to a place of its own', () => {
    expect(page).not.toMatch(/<link|<img|@import|\bsrc=|url\(/);
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(300);
    expect(links.filter((link) => !link.startsWith('#') || !ids.has(link.slice(1)))).toEqual([]);
  });
});

describe('a declaration', () => {
  const text = `import { A } from './a.ts';
/** One. */
export declare function one(a: A): void;
export declare function one(a: A, b: import("./b.ts").B): void;
export interface Two {
    /** Its own. */
    readonly a: {
        readonly b: string;
    };
}
`;

  it('has its overloads', () => {
    expect(codeOf(text, 'one')).toBe('function one(a: A): void;\nfunction one(a: A, b: B): void;');
  });

  it('has what its fields say', () => {
    expect(codeOf(text, 'Two')).toBe(
      'interface Two {\n  /** Its own. */\n  readonly a: {\n    readonly b: string;\n  };\n}',
    );
  });
});

it('a doc comment has paragraphs, tags and examples', () => {
  const comment = `/**
 * First, over
 * two lines.
 *
 * Second.
 *
 * @param of What it is of.
 * @throws Refusal where there is none.
 * @example
 * one(2) // 3
 */`;
  expect(docOf(comment)).toEqual({
    paragraphs: ['First, over two lines.', 'Second.'],
    tags: [
      { tag: 'param', name: 'of', text: 'What it is of.' },
      { tag: 'throws', name: '', text: 'Refusal where there is none.' },
    ],
    examples: ['one(2) // 3'],
  });
});
