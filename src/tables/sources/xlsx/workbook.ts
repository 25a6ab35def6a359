import { Refusal } from '../../../problems/problem.ts';
import { readFileBytes } from '../../csv/files.ts';
import { fileProblems, sourceMaybes } from '../problems.ts';
import { formatsOf } from './formats.ts';
import { type Shared, type Sheet, sheetOf } from './sheet.ts';
import { attribute, tokensOf, unescaped } from './xml.ts';
import { type Entry, entriesOf, unpacked } from './zip.ts';

const MEGABYTE = 1_000_000;
/** What a workbook may hold when it is unpacked: a small file can hold more than any memory. */
const MOST_UNPACKED = 256 * MEGABYTE;
/** A sheet of real rows is ten to twenty times smaller when it is packed; one of a single letter, a thousand times. */
const [DENSE, LARGE] = [200, 20 * MEGABYTE];

/** A workbook, and how its sheets are read. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly read: () => Sheet }[];
}

/**
 * Opens a workbook. Sheets are read when they are asked for.
 *
 * @throws Refusal where the file is none, is locked by a password, or is larger inside than any table.
 */
export function openWorkbook(file: string): Workbook {
  const refuse = (message: string, maybe?: string) =>
    new Refusal([{ message, place: { file }, ...(maybe !== undefined && { maybe }) }]);
  const bytes = readFileBytes(file);
  const entries = entriesOf(bytes);
  if (entries === undefined) throw refuse(fileProblems.noWorkbook(), sourceMaybes.workbook());
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const dense = entries.some(({ size, packed }) => size > LARGE && size > DENSE * packed);
  if (total > MOST_UNPACKED || dense)
    throw refuse(fileProblems.bomb(Math.round(total / MEGABYTE), MOST_UNPACKED / MEGABYTE), sourceMaybes.split());
  const byName = new Map(entries.map((entry): [string, Entry] => [entry.name.toLowerCase(), entry]));
  const partOf = (name: string): string | undefined => {
    const entry = byName.get(name.toLowerCase());
    if (entry === undefined) return undefined;
    const content = unpacked(bytes, entry);
    if (content === undefined) throw refuse(fileProblems.brokenPart(name));
    return content.toString('utf8');
  };
  const book = partOf('xl/workbook.xml');
  if (book === undefined) throw refuse(fileProblems.noWorkbook(), sourceMaybes.workbook());
  const targets = targetsOf(partOf('xl/_rels/workbook.xml.rels') ?? '');
  let known: Shared | undefined;
  const from1904 = /<(?:\w+:)?workbookPr[^>]*date1904\s*=\s*["'](?:1|true)["']/.test(book);
  const shared = (): Shared => {
    known ??= {
      texts: textsOf(partOf('xl/sharedStrings.xml') ?? ''),
      formats: formatsOf(partOf('xl/styles.xml') ?? ''),
      from1904,
    };
    return known;
  };
  const sheets = [...tokensOf(book)].flatMap((token) => {
    if (!('open' in token) || token.open !== 'sheet') return [];
    const name = attribute(token.attributes, 'name') ?? '';
    const target = targets.get(attribute(token.attributes, 'id') ?? '') ?? '';
    const hidden = /hidden/i.test(attribute(token.attributes, 'state') ?? '');
    const read = (): Sheet => {
      const xml = partOf(target);
      if (xml === undefined) throw refuse(fileProblems.brokenPart(target || name));
      const sheet = sheetOf(xml, shared());
      if (sheet === undefined) throw refuse(fileProblems.brokenText(target), sourceMaybes.anew());
      return sheet;
    };
    return [{ name, hidden, read }];
  });
  return { sheets };
}

/** Where the parts of a workbook are, by the ids that it names them by. */
function targetsOf(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const token of tokensOf(xml)) {
    if (!('open' in token) || token.open !== 'Relationship') continue;
    const target = attribute(token.attributes, 'Target') ?? '';
    targets.set(attribute(token.attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return targets;
}

/** The texts that cells share, each put together from its pieces. */
function textsOf(xml: string): readonly string[] {
  const texts: string[] = [];
  let [text, piece, spoken] = ['', false, false];
  for (const token of tokensOf(xml)) {
    if ('broken' in token) return texts;
    if ('text' in token) {
      if (piece && !spoken) text += token.text;
    } else if ('open' in token) {
      if (token.open === 'si') {
        text = '';
        if (token.empty) texts.push('');
      } else if (token.open === 't') piece = !token.empty;
      else if (token.open === 'rPh') spoken = !token.empty;
    } else if (token.close === 't') piece = false;
    else if (token.close === 'rPh') spoken = false;
    else if (token.close === 'si') texts.push(unescaped(text));
  }
  return texts;
}
