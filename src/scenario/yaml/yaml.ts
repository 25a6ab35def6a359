import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Place, type Problem, Refusal } from '../../problems/problem.ts';
import * as problems from '../problems.ts';
import { MOST_DEPTH, MOST_VALUES, refuseMonsters } from './guard.ts';
import { placeAt, type Source } from './source.ts';
import type { Tree, TreeScalar } from './tree.ts';

/**
 * Reads YAML 1.2 (core schema: dates, `off` and `no` stay text) as a tree that knows its places.
 *
 * @param skip Characters before the YAML begins, so that places count from the beginning of the text.
 * @throws Refusal with every problem: syntax, tags, several documents, duplicate keys, aliases that explode.
 */
export function readYaml(source: Source, skip = 0): Tree {
  const found: Problem[] = [];
  // Spaces keep the offsets.
  const text = ' '.repeat(skip) + source.text.slice(skip);
  refuseControls(source, text);
  refuseMonsters(source, text);
  const document = parseDocument(text, {
    schema: 'core',
    prettyErrors: false,
    // The library compares all pairs of keys; `Builder` needs one look-up for each.
    uniqueKeys: false,
    resolveKnownTags: false,
    merge: false,
  });
  found.push(...syntaxProblems(source, document));
  if (found.length > 0) throw new Refusal(found);
  if (document.contents === null) {
    // Only the value of a --set has no lines: a hint about whole scenarios would lead astray there.
    const empty = source.numbered ? problems.empty : problems.emptyValue;
    throw new Refusal([empty(placeAt(source, skip, skip + 1))]);
  }
  const written = build({ source, found, anchors: new Map(), open: new Set(), count: 0 }, document.contents, undefined);
  if (found.length > 0 || written === undefined) throw new Refusal(found);
  return written;
}

/** YAML forbids them, the parser does not; they could act on the terminal that shows a report. */
function refuseControls(source: Source, text: string): void {
  const at = text.search(/[^\P{Cc}\t\n\r]/u);
  if (at >= 0) throw new Refusal([problems.controlCharacter(placeAt(source, at, at + 1))]);
}

function syntaxProblems(source: Source, document: Document.Parsed): Problem[] {
  // A second error at the place of the first is the parser stumbling on.
  const errors = document.errors
    .filter((error, i, all) => error.pos[0] !== all[i - 1]?.pos[0])
    .map((error) => {
      const place = placeAt(source, error.pos[0], error.pos[1]);
      return error.code === 'MULTIPLE_DOCS'
        ? problems.severalDocuments(place)
        : problems.syntax(error.code, error.message, place);
    });
  const warnings = document.warnings.map((warning) => {
    const place = placeAt(source, warning.pos[0], warning.pos[1]);
    const tag = warning.message.split(': ')[1];
    return warning.code === 'TAG_RESOLVE_FAILED'
      ? problems.unknownTag(tag ?? '', place)
      : problems.syntax(warning.code, warning.message, place);
  });
  const { version } = document.directives.yaml;
  const old = version === '1.2' ? [] : [problems.oldYaml(version, placeAt(source, 0, source.text.indexOf('\n')))];
  return [...errors, ...warnings, ...old];
}

interface Work {
  readonly source: Source;
  readonly found: Problem[];
  /** The values that anchors name, so far; the library would search the whole document for each alias. */
  readonly anchors: Map<string, Node>;
  /** Collections being built: an alias to one of them would never end. */
  readonly open: Set<unknown>;
  count: number;
}

function build(work: Work, node: unknown, key: Place | undefined): Tree | undefined {
  const at = spanOf(work, node, key);
  work.count += 1;
  if (work.count > MOST_VALUES) throw new Refusal([problems.tooMany(MOST_VALUES, at)]);
  if (work.open.size > MOST_DEPTH) throw new Refusal([problems.tooDeep(at)]);
  if (isAlias(node)) return follow(work, node, key, at);
  const named = key && { key };
  if (isScalar(node) || isMap(node) || isSeq(node)) remember(work, node);
  if (isScalar(node)) return { at, ...named, ...scalar(node) };
  if (!isMap(node) && !isSeq(node)) return { at, ...named, value: null };
  work.open.add(node);
  const collection = isMap(node) ? { entries: entriesOf(work, node) } : { items: itemsOf(work, node.items) };
  work.open.delete(node);
  return { at, ...named, ...collection };
}

function remember({ anchors }: Work, node: Scalar | YAMLMap | YAMLSeq): void {
  if (node.anchor !== undefined) anchors.set(node.anchor, node);
}

function follow(work: Work, alias: Alias, key: Place | undefined, at: Place): Tree | undefined {
  const target = work.anchors.get(alias.source);
  if (target === undefined || work.open.has(target)) {
    work.found.push(target ? problems.circularAlias(alias.source, at) : problems.unknownAlias(alias.source, at));
    return undefined;
  }
  // The value's own place is where the anchor is: the place to change it.
  return build(work, target, key);
}

function itemsOf(work: Work, items: readonly unknown[]): Tree[] {
  return items.map((item) => build(work, item, undefined)).filter((item) => item !== undefined);
}

function entriesOf(work: Work, map: YAMLMap): Map<string, Tree> {
  const entries = new Map<string, Tree>();
  for (const { key: keyNode, value } of map.items) {
    const place = spanOf(work, keyNode, undefined);
    const key = isScalar(keyNode) ? String(keyNode.source ?? keyNode.value) : undefined;
    const before = key === undefined ? undefined : entries.get(key);
    if (key === undefined || key === '') work.found.push(problems.keyNotText(place));
    // In quotes it is a key like any other.
    else if (key === '<<' && isScalar(keyNode) && keyNode.type === 'PLAIN') work.found.push(problems.mergeKey(place));
    // The one key that assignment does not store: it would change the object instead.
    else if (key === '__proto__') work.found.push(problems.forbiddenKey(key, place));
    else if (before) work.found.push(problems.duplicateKey(key, before.key?.line, place));
    else {
      const entry = build(work, value, place);
      if (entry) entries.set(key, entry);
    }
  }
  return entries;
}

function scalar({ value, type, source }: Scalar): Pick<TreeScalar, 'value' | 'text'> {
  if (typeof value === 'string') return { value };
  const known = typeof value === 'number' || typeof value === 'boolean' ? value : null;
  return { value: known, ...(type === 'PLAIN' && source !== undefined && { text: source }) };
}

/** A block map begins at its first key: its caret spans that key only. */
function spanOf({ source }: Work, node: unknown, key: Place | undefined): Place {
  const range = (node as Node | null)?.range;
  if (!range) return key ?? placeAt(source, 0, 1);
  const first = isMap(node) && !node.flow ? (node.items[0]?.key as Node | undefined) : undefined;
  const end = first?.range?.[1] ?? range[1];
  return placeAt(source, range[0], Math.max(end, range[0] + 1));
}
