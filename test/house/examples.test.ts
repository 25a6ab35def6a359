import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pathOf, type Source, sources } from './sources.ts';

/** One `@example` of a doc comment, without the stars. */
interface Example {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What one line of an example says: this code gives this value. */
interface Claim {
  /** All that stands before the claim since the one before it: statements that prepare it. */
  readonly setup: string;
  readonly expression: string;
  readonly value: string;
}

const COMMENT = /\/\*\*[\s\S]*?\*\//g;
const CLAIM = /^(.+?) \/\/ (.+)$/;

function examplesOf({ file, text }: Source): readonly Example[] {
  return [...text.matchAll(COMMENT)].flatMap(({ 0: comment, index }) =>
    [...comment.matchAll(/@example\b([\s\S]*?)(?=\n\s*\*\s*@|\*\/$)/g)].map((example) => ({
      file,
      line: text.slice(0, index + example.index).split('\n').length,
      text: example[1]!.replace(/^[ \t]*\*(?: |$)/gm, '').trim(),
    })),
  );
}

/** The claims of an example; one without any (no ` // `) shows a use and is not run. */
function claimsOf({ text }: Example): readonly Claim[] {
  const claims: Claim[] = [];
  let setup = '';
  for (const line of text.split('\n')) {
    const [, code, value] = CLAIM.exec(line) ?? [];
    if (code === undefined || value === undefined) {
      setup += `${line}\n`;
      continue;
    }
    claims.push({ setup, expression: code.replace(/;$/, ''), value });
  }
  return claims;
}

/** What examples may speak of beside the exports of their file: zod, and a run of which little is known. */
const GIVEN = { z, run: { status: 'optimal', objective: {}, metrics: { gini: 0.31 }, candidates: 0 } };

/** Runs code with the names that a file exports. */
function run(exported: Readonly<Record<string, unknown>>, code: string): unknown {
  const names = Object.keys(exported);
  return new Function(...names, `'use strict'; ${code}`)(...names.map((name) => exported[name]));
}

const all = sources('src').flatMap(examplesOf);
const claimed = all.map((example) => ({ ...example, claims: claimsOf(example) })).filter(({ claims }) => claims.length);

describe('examples in doc comments', () => {
  it.each(claimed.map((example) => [`${example.file}:${example.line}`, example] as const))(
    '%s',
    async (_place, { file, claims }) => {
      const exported = { ...GIVEN, ...(await import(/* @vite-ignore */ pathOf(file))) };
      for (const { setup, expression, value } of claims) {
        const found = run(exported, `${setup}; return (${expression});`);
        expect(found, expression).toEqual(run(exported, `return (${value});`));
      }
    },
  );

  it('are there, and nearly all of them are run', () => {
    expect(claimed.length).toBeGreaterThan(30);
    expect(claimed.length / all.length).toBeGreaterThan(0.8);
  });
});

describe('the reading of examples', () => {
  const source = (text: string) => ({ file: 'x.ts', text, lines: [], code: [], imports: [] });

  it('finds what prepares a claim, the claim and its value', () => {
    const [example] = examplesOf(source('/**\n * Adds.\n *\n * @example\n * const a = 1;\n * a + 1 // 2\n */'));
    expect(example).toMatchObject({ line: 4 });
    expect(claimsOf(example!)).toEqual([{ setup: 'const a = 1;\n', expression: 'a + 1', value: '2' }]);
  });

  it('ends an example at the next tag', () => {
    const [example, ...more] = examplesOf(source('/**\n * @example\n * f(1) // 2\n * @param x What.\n */'));
    expect(more).toEqual([]);
    expect(claimsOf(example!)).toEqual([{ setup: '', expression: 'f(1)', value: '2' }]);
  });

  it('sees a claim that does not hold', () => {
    expect(run({ twice: (n: number) => 2 * n }, 'return (twice(2));')).not.toEqual(run({}, 'return (5);'));
  });
});
