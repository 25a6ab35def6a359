import { examplesIn, isRun } from './examples.ts';
import type { Source } from './sources.ts';

/** Something that a file declares, with the doc comment above it; `''` where there is none. */
export interface Declared {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly comment: string;
}

const LISTED = /export (?:type )?\{([^}]*)\} from '(\.[^']+)'/g;

/**
 * What the lists of a file pass on of its neighbours: the name it has here, its name there, and the file there. What
 * comes from a package is described there.
 */
export function passedOn({ text, imports }: Source): readonly { name: string; from: string; file: string }[] {
  return [...text.matchAll(LISTED)].flatMap(([, list = '', path]) => {
    const file = imports.find(({ from }) => from === path)?.target ?? '';
    return list
      .split(',')
      .map((each) => each.trim().replace(/^type /, ''))
      .filter((each) => each !== '')
      .map((each) => {
        const [from = '', name = from] = each.split(' as ');
        return { name, from, file };
      });
  });
}

const COMMENT = String.raw`(/\*\*(?:(?!\*/)[\s\S])*\*/\s*)?`;

/** Where a name that a file offers is declared, however many lists pass it on. */
export function declarationOf(files: ReadonlyMap<string, Source>, file: string, name: string): Declared | undefined {
  const source = files.get(file);
  if (!source) return undefined;
  const kinds = '(?:declare )?(?:async )?(?:function|const|class|interface|type)';
  const own = new RegExp(`^${COMMENT}export ${kinds} ${name}\\b`, 'm').exec(source.text);
  if (own) return declared(source, name, own);
  const next = passedOn(source).find((each) => each.name === name);
  return next && declarationOf(files, next.file, next.from);
}

/** The methods of an interface of a file, overloads by the first. */
export function methodsOf(source: Source, name: string): readonly Declared[] {
  const start = source.text.search(new RegExp(`^export interface ${name}\\b`, 'm'));
  if (start < 0) return [];
  const end = source.text.indexOf('\n}', start);
  const body = source.text.slice(0, end);
  const method = new RegExp(`^ {2}${COMMENT}(\\w+)(?:<[^>(]*>)?\\(`, 'gm');
  method.lastIndex = start;
  return [...body.matchAll(method)]
    .filter(({ index }) => index > start)
    .map((found) => declared(source, `${name}.${found[2]}`, found));
}

function declared({ file, text }: Source, name: string, { 0: all, 1: comment = '', index }: RegExpExecArray): Declared {
  const line = text.slice(0, index + all.length).split('\n').length;
  return { file, line, name, comment: comment.trim() };
}

/** What is missing at a declaration, in words; nothing where there is a doc comment with an example that is run. */
export function missingAt({ file, line, name, comment }: Declared): readonly string[] {
  const examples = examplesIn(comment, file, line);
  const says = comment === '' ? 'no doc comment' : examples.length === 0 ? 'no example' : 'an example without a claim';
  return examples.some(isRun) ? [] : [`${file}:${line} ${name}: ${says}`];
}
