import { transformSync } from '@swc/wasm-typescript';
import type { Source } from './sources.ts';

/** One `@example` of a doc comment, without the stars. */
export interface Example {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What an example says of an expression: it is this value, it throws this message, or it prints this text. */
export interface Claim {
  readonly that: 'is' | 'throws' | 'prints';
  /** A literal; for what is thrown or printed also a pattern. */
  readonly value: string;
}

/** One statement of an example. With a claim it is an expression. */
export interface Step {
  readonly code: string;
  readonly claim?: Claim;
}

const COMMENT = /\/\*\*[\s\S]*?\*\//g;
const EXAMPLE = /@example\b([\s\S]*?)(?=\n\s*\*\s*@|\s*\*\/$)/g;

/** The examples of one doc comment; `line` is where the comment begins. */
export function examplesIn(comment: string, file: string, line: number): readonly Example[] {
  return [...comment.matchAll(EXAMPLE)].map(({ 0: whole, 1: text = '', index }) => ({
    file,
    line: line + lineOf(comment, index) - 1,
    text: (whole.includes('\n') ? text.replace(/^[ \t]*\*(?: |$)/gm, '') : text).trim(),
  }));
}

/** All examples of a file. */
export const examplesOf = ({ file, text }: Source): readonly Example[] =>
  [...text.matchAll(COMMENT)].flatMap(({ 0: comment, index }) => examplesIn(comment, file, lineOf(text, index)));

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;

const SAID = /^(.*?)(?:^| )\/\/ (?:(throws|prints) )?(.+)$/;
const CONTINUES = /^(?:[\s)}\]]|$)/;

/**
 * The statements of an example, each with what it claims. A statement begins at the margin; its claim stands behind it,
 * or on lines of its own below it.
 */
export function stepsOf({ text }: Pick<Example, 'text'>): readonly Step[] {
  const steps: { code: string; claim?: { that: Claim['that']; value: string } }[] = [];
  for (const line of text.split('\n')) {
    const [, code = line, that, value] = SAID.exec(line) ?? [];
    const last = steps.at(-1);
    if (code === '' && value !== undefined && last) {
      last.claim = last.claim
        ? { ...last.claim, value: `${last.claim.value}\n${line.slice(3)}` }
        : { that: (that ?? 'is') as Claim['that'], value };
      continue;
    }
    const step = CONTINUES.test(line) && last && !last.claim ? last : { code: '' };
    if (step !== last) steps.push(step);
    step.code += step.code === '' ? code : `\n${code}`;
    if (value !== undefined) step.claim = { that: (that ?? 'is') as Claim['that'], value };
  }
  return steps.map(({ code, claim }) => (claim ? { code: code.replace(/;$/, ''), claim } : { code }));
}

/** Whether anything of an example can be wrong. */
export const isRun = (example: Pick<Example, 'text'>): boolean => stepsOf(example).some(({ claim }) => claim);

const IMPORT = /^import \{ (.+) \} from 'evenhand';$/gm;

/** The names that an example takes from the library though its file has others of the name. */
export const importedBy = ({ text }: Pick<Example, 'text'>): readonly string[] =>
  [...text.matchAll(IMPORT)].flatMap(([, names = '']) => names.split(', '));

/** The same without the lines that take them. */
export const withoutImports = ({ text }: Pick<Example, 'text'>): Pick<Example, 'text'> => ({
  text: text.replace(IMPORT, '').trim(),
});

/** Whether a name stands in a text. */
export const speaksOf = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\w$]|(?<!\\.\\.)\\.)${name}\\b`).test(text);

/** What an example is run with, each by its name. */
export type Names = Readonly<Record<string, unknown>>;

/** Told of each claim: what the expression gives, made when asked for. */
export type Check = (work: () => Promise<readonly [found: unknown]>, step: Required<Step>) => Promise<void>;

/** Examples are TypeScript. */
const withoutTypes = (code: string): string => transformSync(code, { mode: 'strip-only', module: true }).code;

const AsyncFunction = (async () => {}).constructor as FunctionConstructor;

/** Runs the statements of an example in their order, with these names. */
export async function runExample(example: Pick<Example, 'text'>, names: Names, check: Check): Promise<void> {
  const steps = stepsOf(withoutImports(example));
  const body = steps.map(({ code, claim }, at) =>
    withoutTypes(claim ? `await check(${at}, async () => [(${code}\n)]);` : code),
  );
  const own = Object.keys(names).filter((name) => speaksOf(example.text, name));
  // In a block, so that an example may call its own things by any name.
  const run = AsyncFunction('check', ...own, `'use strict'; {\n${body.join('\n')}\n}`);
  const checkStep = (at: number, work: () => Promise<readonly [unknown]>) => check(work, steps[at] as Required<Step>);
  await run(checkStep, ...own.map((name) => names[name]));
}

/** The value of a literal. It sees no name, so that it can only be what it says. */
export const literalOf = (literal: string): unknown => new Function(`'use strict'; return (${literal}\n);`)();
