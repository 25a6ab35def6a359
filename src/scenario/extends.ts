import { dirname, isAbsolute, join, resolve } from 'node:path';
import { type Place, Refusal } from '../problems/problem.ts';
import * as problems from './problems.ts';
import { readSource } from './yaml/source.ts';
import { isMap, merge, plain, type TreeMap, without } from './yaml/tree.ts';
import { readYaml } from './yaml/yaml.ts';

const MOST_FILES = 10;

/**
 * Reads a scenario file and all that it extends, as one tree: where both speak, the file that extends wins.
 *
 * @throws Refusal when any of the files cannot be read.
 */
export function readChain(file: string, chain: readonly string[] = [], place: Place = { file }): TreeMap {
  const source = readSource(file, place);
  const written = readYaml(source);
  if (!isMap(written)) throw new Refusal([problems.notAMap(plain(written), written.at)]);
  const base = written.entries.get('extends');
  if (base === undefined) return written;
  const name = 'value' in base ? base.value : undefined;
  if (typeof name !== 'string' || !/[^/\\]\.ya?ml$/.test(name)) {
    throw new Refusal([problems.extendsNeedsFile(plain(base), base.at)]);
  }
  const path = isAbsolute(name) ? name : join(dirname(file), name);
  const files = [...chain, file];
  if (files.some((each) => resolve(each) === resolve(path))) {
    throw new Refusal([problems.extendsCycle([...files, path], base.at)]);
  }
  if (files.length >= MOST_FILES) throw new Refusal([problems.extendsTooLong(MOST_FILES, base.at)]);
  return merge(without(readChain(path, files, base.at), ['extends']), written);
}
