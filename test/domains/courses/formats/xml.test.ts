import { describe, expect, it } from 'vitest';
import { parseXml } from '../../../../src/domains/courses/formats/xml.ts';
import { Refusal } from '../../../../src/problems/problem.ts';

/** Line, column and message of the one fault of a text. */
function faultOf(text: string): string {
  try {
    parseXml(text, 'week.xml');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`).join('\n');
  }
  return '';
}

describe('an XML file', () => {
  it('is a tree of elements with their attributes, texts and places', () => {
    const root = parseXml(
      '<?xml version="1.0" encoding="UTF-8"?>\n<week days="5">\n  <day> mon &amp; <![CDATA[<tue>]]></day><room\n id="a"/>\n</week>\n',
      'week.xml',
    );
    expect([root.name, root.line, root.column, root.attributes.get('days')]).toEqual(['week', 2, 1, '5']);
    const [day, room] = root.children;
    expect([day!.text, day!.line, day!.column]).toEqual(['mon & <tue>', 3, 3]);
    expect([room!.name, room!.attributes.get('id'), room!.line, room!.column]).toEqual(['room', 'a', 3, 42]);
  });

  it('keeps hostile names as data', () => {
    const root = parseXml('<week __proto__="x" constructor="y"><toString/></week>', 'week.xml');
    expect([...root.attributes]).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(root.children.map(({ name }) => name)).toEqual(['toString']);
  });

  it('is refused at the line where it is not well-formed', () => {
    expect(faultOf('<week>\n<day>\n</week>')).toMatch(/^3:\d+ this is no well-formed XML: unexpected close tag/);
    expect(faultOf('<week>\n<day id="a" id="b"/></week>')).toMatch(/^2:\d+ .*duplicate attribute: id$/);
    expect(faultOf('<week>\n<day>')).toMatch(/^2:\d+ .*unclosed tag: day$/);
    expect(faultOf('<week/>\n<week/>')).toMatch(/^2:/);
    expect(faultOf('')).toMatch(/^1:1 this is no well-formed XML/);
    expect(faultOf('\n course room\nday period')).toBe('2:2 this is no XML: it does not begin with <');
  });

  it('is refused with a document type that could define entities, and with an entity that nobody defines', () => {
    expect(faultOf('<!DOCTYPE week PUBLIC "-//X//EN" "http://localhost/week.dtd">\n<week/>')).toBe('');
    expect(faultOf('<!DOCTYPE week [\n<!ENTITY a "b">]>\n<week>&a;</week>')).toMatch(
      /^2:\d+ a document type that says/,
    );
    expect(faultOf('<week>\n&a;</week>')).toMatch(/^2:\d+ .*undefined entity$/);
  });

  it('is refused in an encoding that is not read, and deeper than any real file', () => {
    const inCode = (encoding: string) => faultOf(`<?xml version="1.0" encoding="${encoding}"?><week/>`);
    expect(inCode('KOI8-R')).toMatch(/its encoding is KOI8-R; UTF-8, UTF-16 and ISO-8859-1 are read$/);
    expect([inCode('utf-8'), inCode('ISO-8859-1')]).toEqual(['', '']);
    expect(faultOf('<a>'.repeat(101))).toMatch(/^1:301 elements stand in each other more than 100 deep$/);
  });

  it('may begin with a mark of its byte order', () => {
    expect(parseXml('\uFEFF<week/>', 'week.xml').name).toBe('week');
  });
});
