import { SaxesParser } from 'saxes';
import { Refusal } from '../../../problems/problem.ts';

/** An element of an XML file, and where it begins. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** Its own text, without that of its children, and without blanks at both ends. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** An element while it is read. */
interface Open extends Element {
  readonly children: Element[];
  text: string;
}

/** More than any real file has; a file that has more is not read, so that it cannot take all memory. */
const MOST = { characters: 100_000_000, elements: 2_000_000, depth: 100 } as const;

/** Encodings that whoever reads the bytes tells apart; any other would give wrong letters. */
const ENCODINGS: readonly string[] = ['utf-8', 'utf8', 'utf-16', 'us-ascii', 'ascii', 'iso-8859-1', 'latin1'];

/**
 * The root of an XML file. Nothing beside the text is ever read: a document type may be named, and is not looked at; one
 * that says something itself could define entities, and is refused.
 *
 * @throws Refusal at the line where the text is no well-formed XML.
 */
export function parseXml(text: string, file: string): Element {
  const refuse = (message: string, maybe: string, at: { line: number; column: number } = { line: 1, column: 1 }) => {
    throw new Refusal([{ message, maybe, place: { file, ...at } }]);
  };
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (source.length > MOST.characters)
    refuse(`the file has more than ${MOST.characters / 1_000_000} million characters`, 'Maybe it is another file.');
  const blank = /^\s*/.exec(source)![0];
  if (blank.length < source.length && source[blank.length] !== '<')
    refuse('this is no XML: it does not begin with <', 'Maybe the file is of another format.', {
      line: blank.split('\n').length,
      column: blank.length - blank.lastIndexOf('\n'),
    });
  const parser = new SaxesParser();
  const here = () => ({ line: parser.line, column: Math.max(1, parser.columnIndex) });
  const open: Open[] = [];
  let root: Open | undefined;
  let elements = 0;
  let at = here();
  parser.on('error', ({ message }) => {
    const reason = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    refuse(`this is no well-formed XML: ${reason}`, 'Maybe the file is cut off, or of another format.', here());
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !ENCODINGS.includes(encoding.toLowerCase()))
      refuse(
        `the file says that its encoding is ${encoding}; UTF-8, UTF-16 and ISO-8859-1 are read`,
        'Maybe save it as UTF-8.',
        here(),
      );
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('['))
      refuse(
        'a document type that says something itself is not read: it could define entities',
        'Maybe leave out what stands in its brackets.',
        here(),
      );
  });
  parser.on('opentagstart', ({ name }) => {
    at = beginOf(source, parser, name);
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements++;
    if (elements > MOST.elements)
      refuse(`the file has more than ${MOST.elements / 1_000_000} million elements`, 'Maybe it is another file.', at);
    if (open.length >= MOST.depth)
      refuse(`elements stand in each other more than ${MOST.depth} deep`, 'Maybe it is another file.', at);
    const element: Open = { name, attributes: new Map(Object.entries(attributes)), children: [], text: '', ...at };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    const closed = open.pop()!;
    closed.text = closed.text.trim();
  });
  const more = (part: string) => {
    const inner = open.at(-1);
    if (inner && part.trim() !== '') inner.text += part;
  };
  parser.on('text', more);
  parser.on('cdata', more);
  parser.write(source).close();
  return root!;
}

/** Where the element begins whose name has just been read, with the one character after it. */
function beginOf(source: string, { line, columnIndex, position }: SaxesParser, name: string) {
  if (columnIndex > name.length) return { line, column: columnIndex - name.length - 1 };
  // The name ends its line, which is the one before.
  const start = source.lastIndexOf('<', position - 1);
  return { line: line - 1, column: start - source.lastIndexOf('\n', start) };
}
