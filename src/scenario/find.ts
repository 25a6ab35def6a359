import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, Refusal } from '../problems/problem.ts';
import { readChain } from './extends.ts';
import { variantsOf } from './overrides.ts';
import { keyPlaceOf } from './yaml/tree.ts';

/** Where scenario files are sought that no pattern names. */
const EVERYWHERE = 'scenarios/**/*.yaml';

const MAGIC = /[*?{]/;

/**
 * The scenario files that patterns name, each once, in the order of the patterns and then by name. A pattern is a file,
 * a folder (all its YAML files), or has `*`, `**`, `?` or `{a,b}`. Without patterns, all below `scenarios`.
 *
 * @throws Refusal where a pattern names nothing.
 * @example
 * findScenarios(['scenarios/rotation/prime-*.yaml']) // ['scenarios/rotation/prime-evening.yaml']
 * findScenarios(['no-such-folder']) // throws 'no scenario file is at "no-such-folder"'
 */
export function findScenarios(patterns: readonly string[]): readonly string[] {
  const problems: Problem[] = [];
  const wanted = patterns.length === 0 ? [EVERYWHERE] : patterns;
  const found = wanted.flatMap((pattern) => {
    const files = filesOf(pattern);
    if (files.length === 0) problems.push(noFile(pattern));
    return files;
  });
  if (problems.length > 0) throw new Refusal(problems);
  return [...new Set(found)];
}

function noFile(pattern: string): Problem {
  return {
    message: `no scenario file is at "${pattern}"`,
    maybe: 'Maybe another folder is meant; patterns are taken from the current one.',
  };
}

function filesOf(pattern: string): readonly string[] {
  if (existsSync(pattern))
    return statSync(pattern).isDirectory() ? filesOf(join(pattern, '**/*.{yaml,yml}')) : [pattern];
  if (!MAGIC.test(pattern)) return [];
  const parts = pattern.split('/');
  const fixed = parts
    .slice(
      0,
      parts.findIndex((part) => MAGIC.test(part)),
    )
    .join('/');
  const root = fixed === '' ? (pattern.startsWith('/') ? '/' : '.') : fixed;
  const wanted = patternOf(pattern);
  const under = (name: string) => (fixed === '' ? (pattern.startsWith('/') ? `/${name}` : name) : `${fixed}/${name}`);
  return existsSync(root)
    ? walk(root, '')
        .map(under)
        .filter((name) => wanted.test(name))
    : [];
}

/** Files below a folder by their path within it, by code unit. Hidden folders and packages hold no scenarios. */
function walk(root: string, within: string): readonly string[] {
  const entries = readdirSync(join(root, within), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = within === '' ? entry.name : `${within}/${entry.name}`;
      if (!entry.isDirectory()) return [path];
      return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : walk(root, path);
    })
    .sort((a, b) => (a < b ? -1 : 1));
}

/**
 * A pattern of file names as a regular expression.
 *
 * @example
 * patternOf('a/**\/*.yaml').test('a/b/c.yaml') // true
 * patternOf('a/*.{yaml,yml}').test('a/b/c.yaml') // false
 */
export function patternOf(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|\{[^}]*\}|[.+^$()|[\]\\}{]/g, (token) => {
    if (token === '**/') return '(?:[^/]+/)*';
    if (token === '**') return '.*';
    if (token === '*') return '[^/]*';
    if (token === '?') return '[^/]';
    if (token.length > 1) return `(?:${token.slice(1, -1).split(',').map(escaped).join('|')})`;
    return escaped(token);
  });
  return new RegExp(`^${source}$`, 'u');
}

const escaped = (text: string): string => text.replace(/[.+^$()|[\]\\}{*?]/g, '\\$&');

/** The variants that a file writes itself; those of files that it extends belong to them. */
export function ownVariants(file: string): readonly string[] {
  const variants = [...variantsOf(readChain(file))];
  return variants.filter(([, written]) => keyPlaceOf(written, []).file === file).map(([name]) => name);
}
