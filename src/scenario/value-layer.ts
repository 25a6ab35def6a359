import { stringify } from 'yaml';
import { Refusal } from '../problems/problem.ts';
import { FIXED, type Layer } from './overrides.ts';
import * as problems from './problems.ts';
import { sourceOf } from './yaml/source.ts';
import { isMap, keyPlaceOf } from './yaml/tree.ts';
import { readYaml } from './yaml/yaml.ts';

/** What such a layer is called, in problems and in the list of overrides. */
export const valueLayerName = 'with';

/**
 * The layer of settings that are given as values, nested as they would be in a file. They are written out and read
 * again as one line of YAML, so that everything wrong with them has a place in that line.
 *
 * @throws Refusal where they are no map, or change what a scenario is.
 */
export function valueLayer(settings: object): Layer {
  const flow = { schema: 'core', collectionStyle: 'flow', lineWidth: 0, aliasDuplicateObjects: false } as const;
  const source = sourceOf(valueLayerName, stringify(settings, flow).trimEnd(), false);
  const written = readYaml(source);
  if (!isMap(written))
    throw new Refusal([
      {
        message: `${valueLayerName} takes settings, not ${source.text}`,
        maybe: 'Maybe {rules: {fairness: {penalty: 400}}}.',
      },
    ]);
  const fixed = FIXED.filter((key) => key !== 'sweep' && written.entries.has(key));
  if (fixed.length > 0) throw new Refusal(fixed.map((key) => problems.variantKey(key, keyPlaceOf(written, [key]))));
  return { by: valueLayerName, written };
}

/**
 * The settings that set one value.
 *
 * @example
 * nestedAt('rules.fairness.penalty', 400) // {rules: {fairness: {penalty: 400}}}
 */
export function nestedAt(path: string, value: unknown): object {
  return path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as object;
}
