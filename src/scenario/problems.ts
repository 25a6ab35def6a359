import type { Place, Problem } from '../problems/problem.ts';
import { masked } from '../text/masked.ts';
import { dotted, named, quoted } from '../text/visible.ts';

// Every message that a scenario file can earn, side by side. They name the value, never the library that found it.

type Path = readonly PropertyKey[];

function problem(message: string, place: Place | undefined, maybe?: string, path?: Path): Problem {
  return {
    message: masked(message),
    ...(place && { place }),
    ...(path && { path }),
    ...(maybe !== undefined && { maybe }),
  };
}

// The file itself

export const noSuchFile = (file: string, maybe: string | undefined, place: Place): Problem =>
  problem(`no such file: ${quoted(file)}`, place, maybe);

export const notAFile = (file: string, place: Place): Problem =>
  problem(`${quoted(file)} is not a file`, place, 'Maybe name one of the YAML files in it.');

export const unreadable = (file: string, code: string, place: Place): Problem =>
  problem(`${quoted(file)} cannot be read (${code})`, place, 'Maybe its permissions forbid it.');

export const tooLarge = (bytes: number, place: Place): Problem =>
  problem(
    `is ${(bytes / 1e6).toFixed(1)} MB; a scenario is at most 1 MB`,
    place,
    'Maybe this is a data file: name its folder with data: {dir: …}.',
  );

export const notUtf8 = (place: Place): Problem =>
  problem('is not UTF-8 text', place, 'Maybe save it again as UTF-8; compressed and binary files are not read.');

export const utf16 = (place: Place): Problem =>
  problem('is UTF-16 without a byte order mark', place, 'Maybe save it again as UTF-8.');

export const empty = (place: Place): Problem =>
  problem('is empty', place, 'Maybe begin with "kind: loans", or let "evenhand init" write a first scenario.');

export const emptyValue = (place: Place): Problem =>
  problem('is empty', place, 'Maybe write one after the "=", or leave this --set out.');

// YAML

export const notAMap = (value: unknown, place: Place): Problem =>
  problem(
    `a scenario is a map of settings, was ${quoted(value)}`,
    place,
    'Maybe begin with a line like "kind: loans".',
  );

export const severalDocuments = (place: Place): Problem =>
  problem('holds several documents', place, 'Maybe delete the line "---", or make each its own file.');

export const tooDeep = (place: Place): Problem =>
  problem('is nested too deeply', place, 'Maybe a bracket was never closed.');

export const tooMany = (most: number, place: Place): Problem =>
  problem(
    `holds more than ${most} values`,
    place,
    'Maybe an alias repeats itself, or a table stands where settings should.',
  );

export const circularAlias = (name: string, place: Place): Problem =>
  problem(`alias "*${named(name)}" stands inside the value it repeats`, place, 'Maybe write the value out.');

export const unknownAlias = (name: string, place: Place): Problem =>
  problem(`alias "*${named(name)}" has no anchor "&${named(name)}" before it`, place, 'Maybe put the text in quotes.');

export const unknownTag = (tag: string, place: Place): Problem =>
  problem(`tag ${quoted(tag)} is not known here`, place, 'Maybe put the text in quotes.');

export const oldYaml = (version: string, place: Place): Problem =>
  problem(`YAML ${named(version)} is not read here`, place, 'Maybe delete the %YAML line: scenarios are YAML 1.2.');

export const controlCharacter = (place: Place): Problem =>
  problem('holds a control character', place, 'Maybe delete it, or write it as an escape in "double quotes".');

export const duplicateKey = (key: string, first: number | undefined, place: Place): Problem =>
  problem(
    `key "${named(key)}" is given twice${first === undefined ? '' : `, first in line ${first}`}`,
    place,
    'Maybe keep only one of them.',
  );

export const keyNotText = (place: Place): Problem =>
  problem('a key must be a single word or text', place, 'Maybe a brace or bracket is out of place.');

export const mergeKey = (place: Place): Problem =>
  problem(
    'there are no merge keys ("<<") in YAML 1.2',
    place,
    'Maybe write the settings out; repeat one value by an alias (rules: *name); put what all variants share into the scenario itself; or begin a file of its own with "extends: base.yaml".',
  );

export const forbiddenKey = (key: string, place: Place): Problem =>
  problem(`key "${named(key)}" cannot be used`, place, 'Maybe choose another name.');

const SYNTAX: Readonly<Record<string, readonly [message: string, maybe: string]>> = {
  TAB_AS_INDENT: ['a tab cannot indent YAML', 'Maybe replace it with spaces.'],
  OPEN_QUOTE: ['a quote is not closed', 'Maybe close it here; within "quotes" a quote is written \\".'],
  MISSING_CHAR: ['something is not closed', 'Maybe a bracket, comma or colon is missing here.'],
  BAD_INDENT: ['the indentation does not fit here', 'Maybe a bracket before it is not closed, or spaces are missing.'],
  BLOCK_AS_IMPLICIT_KEY: [
    'a second key cannot stand here',
    'Maybe put the text in quotes, or indent the next line less.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'this is not "key: value"',
    'Maybe a space is missing after the colon, or a colon after the key.',
  ],
  BAD_SCALAR_START: ['text cannot begin with this character', 'Maybe put the text in quotes.'],
  BAD_DQ_ESCAPE: ['unknown escape in "quotes"', "Maybe use 'single quotes', where a backslash is a backslash."],
  UNEXPECTED_TOKEN: ['this does not belong here', 'Maybe a quote, bracket or comma is out of place.'],
  BAD_ALIAS: ['this alias is not complete', 'Maybe put the text in quotes.'],
  RESOURCE_EXHAUSTION: ['is nested too deeply', 'Maybe a bracket was never closed.'],
};

/** The parser has one code for all that is missing; its own words tell which. */
function syntaxCode(code: string, original: string): string {
  if (code !== 'MISSING_CHAR') return code;
  if (/quote/.test(original)) return 'OPEN_QUOTE';
  return /^Implicit map keys/.test(original) ? 'MULTILINE_IMPLICIT_KEY' : code;
}

export const syntax = (code: string, original: string, place: Place): Problem => {
  const [message, maybe] = SYNTAX[syntaxCode(code, original)] ?? [
    `is not YAML: ${original.charAt(0).toLowerCase()}${original.slice(1)}`,
  ];
  return problem(message, place, maybe);
};

// Extends

export const extendsNeedsFile = (value: unknown, place: Place): Problem =>
  problem(
    `extends needs a file ending in .yaml or .yml, was ${quoted(value)}`,
    place,
    'Maybe write "extends: base.yaml".',
  );

export const extendsCycle = (chain: readonly string[], place: Place): Problem =>
  problem(`extends goes in a circle: ${chain.map(named).join(' → ')}`, place, 'Maybe one of them should stand alone.');

export const extendsTooLong = (most: number, place: Place): Problem =>
  problem(`extends more than ${most} files in a row`, place, 'Maybe join some of them.');

// Keys and values

export const unknownKey = (key: string, like: string | undefined, known: readonly string[], path: Path, place: Place) =>
  problem(`unknown key "${named(key)}"`, place, suggestion(like, known), path);

/** Something is expected of a number that no run has. */
export const unknownMetric = (
  name: string,
  like: string | undefined,
  known: readonly string[],
  path: Path,
  place: Place,
): Problem =>
  problem(`a run has no metric "${named(name)}"`, place, suggestion(like, like === undefined ? known : []), path);

/** A key that is not known where it stands, but elsewhere. */
export const keyElsewhere = (key: string, paths: readonly string[], path: Path, place: Place): Problem =>
  problem(
    `unknown key "${named(key)}"`,
    place,
    `Maybe you meant ${paths.slice(0, MOST_PATHS).map(named).join(' or ')}${paths.length > MOST_PATHS ? ` or one of ${paths.length - MOST_PATHS} more` : ''}.`,
    path,
  );

const MOST_PATHS = 5;

function suggestion(like: string | undefined, known: readonly string[]): string | undefined {
  if (known.length === 0) return like && `Maybe you meant "${named(like)}".`;
  const list = `known here: ${known.map(named).join(', ')}`;
  return like === undefined ? `Maybe one of those ${list}.` : `Maybe you meant "${named(like)}" (${list}).`;
}

export const keysClash = (key: string, others: readonly string[], path: Path, place: Place): Problem =>
  problem(
    `key "${named(key)}" cannot stand beside ${others.map((other) => `"${named(other)}"`).join(' and ')}`,
    place,
    'Maybe keep only one of them.',
    path,
  );

export const missingKey = (path: Path, needs: string, example: string | undefined, place: Place): Problem => {
  const key = named(String(path.at(-1)));
  const line = example === undefined ? `the key "${key}"` : `the line "${key}: ${named(example)}"`;
  return problem(`missing key "${key}": needs ${needs}`, place, `Maybe add ${line}.`, path);
};

export const wrongValue = (path: Path, needs: string, value: unknown, maybe: string | undefined, place: Place) =>
  problem(`${dotted(path)} needs ${needs}, was ${quoted(value)}`, place, maybe, path);

export const wrongKey = (path: Path, needs: string, place: Place): Problem =>
  problem(
    `${dotted(path.slice(0, -1))}: a key here needs ${needs}, was ${quoted(String(path.at(-1)))}`,
    place,
    undefined,
    path,
  );

/** What a domain's schema found, in the domain's words. */
export const found = (path: Path, message: string, maybe: string | undefined, place: Place): Problem =>
  problem(path.length === 0 ? message : `${dotted(path)}: ${message}`, place, maybe, path);

const ownKind = (kind: string, kinds: readonly string[]): string =>
  `Maybe one of: ${kinds.join(', ')}. A kind of your own needs its module: --kind ./${/^\w+$/.test(kind) ? kind : 'errands'}.ts.`;

export const unknownKind = (kind: string, like: string | undefined, kinds: readonly string[], place: Place): Problem =>
  problem(`unknown kind "${named(kind)}"`, place, like ? suggestion(like, kinds) : ownKind(kind, kinds), ['kind']);

export const missingKind = (kinds: readonly string[], place: Place): Problem =>
  problem(
    'missing key "kind"',
    place,
    `Maybe add the line "kind: ${kinds[0] ?? 'loans'}" (known here: ${kinds.join(', ')}).`,
  );

export const noInline = (kind: string, place?: Place): Problem =>
  problem(
    `a scenario of kind "${named(kind)}" cannot hold its tables itself`,
    place,
    'Maybe name the folder of its CSV files (data: {dir: my-data}), or take the sample (data: sample).',
    ['data'],
  );

// Variants and --set

export const unknownVariant = (
  name: string,
  like: string | undefined,
  known: readonly string[],
  place: Place,
): Problem =>
  problem(
    `unknown variant "${named(name)}"`,
    place,
    known.length === 0 ? 'Maybe add it under "variants:"; there are none yet.' : suggestion(like, known),
  );

export const variantName = (name: string, place: Place): Problem =>
  problem(
    `variant name "${named(name)}" is not a plain word`,
    place,
    'Maybe use letters, digits, "_", "-" and "." only: it becomes the name of a folder.',
  );

export const variantKey = (key: string, place: Place): Problem =>
  problem(`a variant cannot change "${named(key)}"`, place, 'Maybe make it a scenario of its own with "extends".');

export const variantChangesNothing = (name: string, place: Place): Problem =>
  problem(`variant "${named(name)}" changes nothing`, place, 'Maybe its values are those of the scenario already.');

export const setShape = (place: Place): Problem =>
  problem('needs the form key=value', place, 'Maybe write "rules.fairness.penalty=400".');

export const setKey = (key: string, place: Place): Problem =>
  problem(`--set cannot change "${named(key)}"`, place, 'Maybe make a copy of the scenario.');

export const setTwice = (path: Path, by: string, place: Place): Problem =>
  problem(`${dotted(path)} is already set by ${by}`, place, 'Maybe keep only one of them.');
