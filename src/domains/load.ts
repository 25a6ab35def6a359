import { existsSync } from 'node:fs';
import { register } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Domain } from '../domain.ts';
import { type Problem, Refusal } from '../problems/problem.ts';
import { problemsOf } from './faults.ts';

/** What a module exports, by name. */
type Exports = Readonly<Record<string, unknown>>;

/**
 * The kinds of your own that modules export: JavaScript, or TypeScript whose types can be taken away. They are code, so
 * that only the command line or a program may name them, never a scenario file.
 *
 * @throws Refusal where a module is not there, exports no kind, or exports one with faults.
 * @example
 * await loadKinds(['none.ts']).catch(({ problems }) => problems[0].message) // 'no such file: "none.ts"'
 */
export async function loadKinds(modules: readonly string[]): Promise<readonly Domain[]> {
  // Once for all modules: hooks that are registered again are asked again.
  if (modules.length > 0) register(hooks());
  const kinds: Domain[] = [];
  for (const module of modules) kinds.push(...(await kindsIn(module)));
  return kinds;
}

async function kindsIn(file: string): Promise<readonly Domain[]> {
  const path = resolve(file);
  if (!existsSync(path)) throw refusal(file, `no such file: "${file}"`, 'Maybe the path is taken from another folder.');
  const found = Object.values(await exportsOf(file, path)).filter(isKind);
  if (found.length === 0)
    throw refusal(file, 'exports no kind of problem', 'Maybe "export" is missing before what domain({ … }) makes.');
  const problems = found.flatMap((domain) => problemsOf(domain).map((problem) => ({ ...problem, place: { file } })));
  if (problems.length > 0) throw new Refusal(problems);
  return found;
}

async function exportsOf(file: string, path: string): Promise<Exports> {
  try {
    return await import(/* @vite-ignore */ pathToFileURL(path).href);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw refusal(file, `cannot be loaded: ${reason}`, 'Maybe "node --check" or an editor shows where.');
  }
}

const isKind = (value: unknown): value is Domain =>
  typeof value === 'object' && value !== null && 'kind' in value && 'open' in value && 'audit' in value;

const refusal = (file: string, message: string, maybe: string): Refusal => {
  const problem: Problem = { message, place: { file }, maybe };
  return new Refusal([problem]);
};

/**
 * How modules of kinds are found and read: `evenhand` is this very library, wherever the module lies, and types are
 * taken away where Node does not do so itself. Node runs these hooks in a thread of their own, so they are a text.
 */
function hooks(): string {
  const own = JSON.stringify(
    new URL(import.meta.url.endsWith('.ts') ? '../main.ts' : '../main.js', import.meta.url).href,
  );
  const strip = JSON.stringify(import.meta.resolve('@swc/wasm-typescript'));
  const code = `
const resolve = (name, context, next) =>
  name === 'evenhand' ? { url: ${own}, shortCircuit: true } : next(name, context);
const load = async (url, context, next) => {
  if (!/^file:.*[.]m?ts$/.test(url) || url.includes('/node_modules/') || url === ${own}) return next(url, context);
  const { default: strip } = await import(${strip});
  const [{ readFile }, { fileURLToPath }] = [await import('node:fs/promises'), await import('node:url')];
  const { code } = strip.transformSync(await readFile(fileURLToPath(url), 'utf8'), { mode: 'strip-only' });
  return { format: 'module', source: code, shortCircuit: true };
};
export { resolve, load };`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
