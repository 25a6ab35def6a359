import type { z } from 'zod';
import { nearest } from '../problems/nearest.ts';
import { type Problem, Refusal } from '../problems/problem.ts';
import { readChain } from './extends.ts';
import {
  differences,
  FIXED,
  type Layer,
  setLayer,
  variantLayer,
  variantPlace,
  variantProblems,
  variantsOf,
} from './overrides.ts';
import * as problems from './problems.ts';
import { type Resolved, resolve, textOf } from './resolve.ts';
import type { Override, Scenario } from './scenario.ts';
import { schemaOf } from './shape/general.ts';
import type { KindShape } from './shape/kind-shape.ts';
import { valueLayer } from './value-layer.ts';
import { stem } from './yaml/source.ts';
import { merge, placeOf, plain, type Tree, type TreeMap, without } from './yaml/tree.ts';

/** A scenario together with what was written in its files, from which `origins` tells where a setting came from. */
export interface ReadScenario extends Scenario {
  readonly written: Tree;
}

/** What may be changed from outside the file: a variant of it by name, and single settings as `key=value`. */
export interface ReadOptions {
  readonly variant?: string | undefined;
  readonly set?: readonly string[] | undefined;
  /** Settings as values, nested as in the file, laid over file and variant one after another; later wins. */
  readonly with?: readonly object[] | undefined;
}

/**
 * Reads, extends, overrides and validates a scenario file.
 *
 * @param domains The kinds that it may be of.
 * @throws Refusal with every problem found, each at its place.
 * @example
 * import { domains } from 'evenhand';
 * const set = ['rules.fairness.penalty=400'];
 * readScenario('scenarios/loans/brief.yaml', domains, { set }).overrides[0].new // 400
 */
export const readScenario = (file: string, domains: readonly KindShape[], options: ReadOptions = {}): ReadScenario =>
  scenarioFrom(readFile(file), domains, options);

/** A scenario file as it was read, with all that it extends: no kind and no option has been looked at yet. */
export interface ScenarioFile {
  readonly file: string;
  readonly tree: TreeMap;
}

/** Reads a scenario file and all that it extends. */
export const readFile = (file: string): ScenarioFile => ({ file, tree: readChain(file) });

/** Overrides and validates what was read: a file that is wanted with many options is read once. */
export function scenarioFrom(
  { file, tree: written }: ScenarioFile,
  domains: readonly KindShape[],
  options: ReadOptions = {},
): ReadScenario {
  const domain = domainOf(written, domains);
  const work: Work = { domain, schema: schemaOf(domain, stem(file)), problems: [] };
  const base = attempt(written, work);
  checkVariants(written, base, work);
  const layers = layersOf(written, options, work);
  const final = lay(written, base, layers, work);
  if (work.problems.length > 0 || !final.resolved) throw new Refusal(inFileOrder(work.problems));
  return {
    kind: domain.kind,
    name: safe(stem(file)) + (options.variant === undefined ? '' : `@${options.variant}`),
    file,
    settings: final.resolved.settings,
    expect: final.resolved.expect,
    overrides: final.overrides,
    text: textOf(final.resolved.settings),
    place: (path) => placeOf(final.written, path),
    written: final.written,
  };
}

interface Work {
  readonly domain: KindShape;
  readonly schema: z.ZodObject;
  readonly problems: Problem[];
}

function domainOf(written: TreeMap, domains: readonly KindShape[]): KindShape {
  const kinds = domains.map((domain) => domain.kind);
  const kind = written.entries.get('kind');
  if (!kind) throw new Refusal([problems.missingKind(kinds, written.at)]);
  const name = plain(kind);
  const domain = domains.find((each) => each.kind === name);
  if (domain) return domain;
  const text = typeof name === 'string' ? name : String('value' in kind ? kind.value : '');
  throw new Refusal([problems.unknownKind(text, nearest(text, kinds), kinds, kind.at)]);
}

/** Resolves what was written; what is wrong and was not found before is kept. */
function attempt(written: TreeMap, work: Work): Resolved | undefined {
  const { resolved, problems: found } = resolve(written, work.schema, work.domain);
  const known = new Set(work.problems.map(identity));
  work.problems.push(...found.filter((problem) => !known.has(identity(problem))));
  return resolved;
}

function identity({ message, path }: Problem): string {
  return `${message}\0${path?.map(String).join('\0')}`;
}

/** Every variant is checked, chosen or not: it is a promise that it works. */
function checkVariants(written: TreeMap, base: Resolved | undefined, work: Work): void {
  const variants = variantsOf(written);
  work.problems.push(...variantProblems(variants));
  for (const [name, variant] of variants) {
    const resolved = attempt(merge(written, without(variant, FIXED)), work);
    if (base && resolved && JSON.stringify(base) === JSON.stringify(resolved)) {
      work.problems.push(problems.variantChangesNothing(name, variantPlace(written, name)));
    }
  }
}

function layersOf(written: TreeMap, options: ReadOptions, work: Work): readonly Layer[] {
  const { variant, set = [], with: values = [] } = options;
  try {
    const layers = variant === undefined ? [] : [variantLayer(written, variant)];
    const laid = [...layers, ...values.map(valueLayer)];
    return set.length === 0 ? laid : [...laid, setLayer(set, layers)];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    work.problems.push(...error.problems);
    return [];
  }
}

function lay(written: TreeMap, base: Resolved | undefined, layers: readonly Layer[], work: Work) {
  let [now, resolved]: [TreeMap, Resolved | undefined] = [written, base];
  const overrides: Override[] = [];
  for (const layer of layers) {
    // A new sweep is that sweep, not the one of the file with more in it.
    const below = layer.written.entries.has('sweep') ? without(now, ['sweep']) : now;
    now = { ...merge(below, layer.written), at: written.at };
    const before = resolved;
    resolved = attempt(now, work);
    overrides.push(...differences(before?.settings, resolved?.settings, layer.by));
  }
  return { written: now, resolved, overrides };
}

/** Problems file by file, from top to bottom; what has no line stands where its file does. */
function inFileOrder(found: readonly Problem[]): readonly Problem[] {
  const files = [...new Set(found.map((problem) => problem.place?.file))];
  return found.toSorted(
    ({ place: a }, { place: b }) =>
      files.indexOf(a?.file) - files.indexOf(b?.file) ||
      (a?.line ?? 0) - (b?.line ?? 0) ||
      (a?.column ?? 0) - (b?.column ?? 0),
  );
}

/** Names become folders: nothing in them may lead out of one. */
function safe(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}_.-]/gu, '_').replace(/^\.+/, '_');
}
