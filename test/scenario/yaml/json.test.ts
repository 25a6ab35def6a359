import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/scenario/yaml/json.ts';
import { sourceOf } from '../../../src/scenario/yaml/source.ts';
import { find, placeOf, plain } from '../../../src/scenario/yaml/tree.ts';
import { refusal } from '../../tables/folder.ts';

const read = (text: string) => readJson(sourceOf('a.json', text));

/** Where and why a text is refused: "2:3 is empty". */
const fault = (text: string): string => {
  const [{ place, message }] = refusal(() => read(text)) as [ReturnType<typeof refusal>[number]];
  return `${place?.line}:${place?.column} ${message}`;
};

describe('JSON as a tree', () => {
  it.each([
    '{}',
    '[]',
    '[1, -2.5, 0, 1e3, true, false, null, ""]',
    ' {"a": {"b": [ {"c": "\\u00e9\\n\\"\\\\"} ]}}\r\n',
    '"text"',
  ])('%s has the values that JSON.parse finds', (text) => {
    // Maps of the tree have no prototype: as text they are the same.
    expect(JSON.stringify(plain(read(text)))).toBe(JSON.stringify(JSON.parse(text)));
  });

  it('every value knows its line and column, and a number how it was written', () => {
    const tree = read('{\n  "a": [1,\n    {"b": 1.10}]\n}');
    expect(placeOf(tree, ['a', 1, 'b'])).toMatchObject({ line: 3, column: 11, length: 4 });
    expect(placeOf(tree, ['a', 0])).toMatchObject({ line: 2, column: 9 });
    expect(find(tree, ['a', 1, 'b'])).toMatchObject({ value: 1.1, text: '1.10' });
  });
});

describe('what is not JSON is refused at its line and column', () => {
  it.each([
    ['', '1:1 is empty, and JSON is needed'],
    ['{"a": 1', '1:8 the JSON ends too early'],
    ['["a', '1:2 the JSON ends too early'],
    ['["a\nb"]', '1:2 the text has no closing quote on its line'],
    ['{"a": 1,\n}', '2:1 a key in double quotes is needed here'],
    ['[1,\n 2,]', '2:4 a value is needed here'],
    ['[1\n 2]', '2:2 "," or a closing bracket is needed here'],
    ["{'a': 1}", '1:2 a key in double quotes is needed here'],
    ['{"a" 1}', '1:6 ":" is needed after a key'],
    ['{a: 1}', '1:2 a key in double quotes is needed here'],
    ['// a comment\n{}', '1:1 a value is needed here'],
    ['[01]', '1:2 is no number of JSON'],
    ['[+1]', '1:2 is no number of JSON'],
    ['[.5]', '1:2 is no number of JSON'],
    ['[NaN]', '1:2 a value is needed here'],
    ['["\\x"]', '1:3 is no escape of JSON'],
    ['["a\tb"]', '1:4 a character that nobody sees stands in a text'],
    ['{}\n{}', '2:1 the JSON has ended before this'],
    ['{"a": 1,\n "a": 2}', '2:2 "a" stands here and on line 1'],
    ['['.repeat(60), '1:51 is nested too deeply'],
  ])('%j', (text, expected) => {
    expect(fault(text)).toBe(expected);
  });
});
