import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../../src/problems/problem.ts';
import { readScenario } from '../../../src/scenario/read.ts';
import { HEAD, inFolder, problemsOf, read, refusal } from '../fake.ts';

function messages(text: string | Uint8Array): readonly string[] {
  return problemsOf(text).map(({ message }) => message);
}

describe('words that other YAML versions take for something else', () => {
  test('an unquoted date is text', () => {
    expect(read(HEAD).settings).toMatchObject({ week: '2025-09-22' });
  });

  test('off and no are text, so that "mode: off" is a mode', () => {
    expect(read(`${HEAD}title: no\nrules: {fairness: {mode: off}}\n`).settings).toMatchObject({
      title: 'no',
      rules: { fairness: { mode: 'off' } },
    });
  });

  test('an older YAML by its directive is refused', () => {
    expect(messages(`%YAML 1.1\n---\n${HEAD}`)).toEqual(['YAML 1.1 is not read here']);
  });

  test('a merge key is an unknown key', () => {
    expect(messages(`${HEAD}<<: {title: x}\n`)).toEqual(['there are no merge keys ("<<") in YAML 1.2']);
  });
});

describe('files that are no scenario', () => {
  test.each([
    ['', 'is empty'],
    ['# only a comment\n', 'is empty'],
    ['- a\n- b\n', 'a scenario is a map of settings, was a list'],
    ['hello', 'a scenario is a map of settings, was "hello"'],
    ['---\n', 'a scenario is a map of settings, was nothing'],
    [`${HEAD}---\na: 1\n`, 'holds several documents'],
  ])('%j', (text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  test('bytes that are not UTF-8', () => {
    expect(messages(Uint8Array.from([0x6b, 0xff, 0xfe]))).toEqual(['is not UTF-8 text']);
  });

  test('a byte order mark is no fault', () => {
    expect(read(`\ufeff${HEAD}`).kind).toBe('fake');
  });

  test('Windows line ends are no fault', () => {
    expect(read(HEAD.replaceAll('\n', '\r\n')).settings).toMatchObject({ office: 'Los Angeles' });
    expect(refusal(`${HEAD}x: 1\n`.replaceAll('\n', '\r\n'))).toContain('  4 | x: 1\n    | ^\n');
  });

  test('a file that is not there, with the one that may have been meant', () => {
    const act = () => inFolder({ 'la-week.yaml': HEAD }, (folder) => readScenario(`${folder}/la-weak.yml`, []));
    expect(act).toThrow(/^no such file: ".*la-weak\.yml"$/);
    try {
      act();
    } catch (error) {
      expect((error as Refusal).problems[0]?.maybe).toBe('Maybe you meant "la-week.yaml".');
    }
  });

  test('a folder', () => {
    expect(() => inFolder({}, (folder) => readScenario(folder, []))).toThrow(/is not a file$/);
  });

  test('a named pipe is refused, not waited for', () => {
    const act = (folder: string) => {
      execFileSync('mkfifo', [`${folder}/la.yaml`]);
      readScenario(`${folder}/la.yaml`, []);
    };
    expect(() => inFolder({}, act)).toThrow(/is not a file$/);
  });

  test('a file that cannot be opened is told with the reason of the system', () => {
    const act = (folder: string) => {
      symlinkSync('la.yaml', `${folder}/la.yaml`);
      readScenario(`${folder}/la.yaml`, []);
    };
    expect(() => inFolder({}, act)).toThrow(/cannot be read \(ELOOP\)$/);
  });

  test('a file over 1 MB is refused by its size alone', () => {
    expect(messages(new Uint8Array(12_000_000))).toEqual(['is 12.0 MB; a scenario is at most 1 MB']);
  });
});

describe('syntax', () => {
  test.each([
    ['rules:\n\tx: 1\n', 'a tab cannot indent YAML'],
    ['title: "x\n', 'a quote is not closed'],
    ['title: {a: 1\n', 'the indentation does not fit here'],
    ['title: a: b\n', 'a second key cannot stand here'],
    ['title: \u0000\n', 'holds a control character'],
    ['title: a\u001b[31m\n', 'holds a control character'],
    ['start_days: [mon,, tue]\n', 'this does not belong here'],
    ['title:x\n', 'this is not "key: value"'],
    ['title: @x\n', 'text cannot begin with this character'],
    ['title: "\\q"\n', 'unknown escape in "quotes"'],
    ['variants:\n  a: &a {title: x}\n  b:\n    <<: *a\n', 'there are no merge keys ("<<") in YAML 1.2'],
    ['rules: {<<: {fairness: false}}\n', 'there are no merge keys ("<<") in YAML 1.2'],
    ['start_days: [mon\nx: 1\n', 'the indentation does not fit here'],
    ['title: *\n', 'this alias is not complete'],
    ['title: !!js/function x\n', 'tag "tag:yaml.org,2002:js/function" is not known here'],
    ['title: !x y\n', 'tag "!x" is not known here'],
    ['title: *x\n', 'alias "*x" has no anchor "&x" before it'],
    ['title: a\ntitle: b\n', 'key "title" is given twice, first in line 4'],
    ['rules: {fairness: {penalty: 1, penalty: 2}}\n', 'key "penalty" is given twice, first in line 4'],
    ['? [a]\n: 1\n', 'a key must be a single word or text'],
    ['__proto__: {a: 1}\n', 'key "__proto__" cannot be used'],
    ['"__proto__": 1\n', 'key "__proto__" cannot be used'],
  ])('%j', (text, message) => {
    expect(messages(HEAD + text)[0]).toBe(message);
  });

  test('the place of a syntax fault is shown', () => {
    expect(refusal(`${HEAD}rules:\n\tx: 1\n`)).toBe(
      'la.yaml:5:1: a tab cannot indent YAML\n  5 | \\tx: 1\n    | ^^\nMaybe replace it with spaces.',
    );
  });

  test('one fault is one problem', () => {
    expect(messages(`${HEAD} title: x\n`)).toEqual(['a second key cannot stand here']);
  });

  test('an alias repeats its value', () => {
    expect(read(`${HEAD}title: &name Twice\ndescription: *name\n`).settings).toMatchObject({ description: 'Twice' });
  });
});

describe('hostile text', () => {
  const bomb = [...'bcdefgh'].map((name, i) => `${name}: &${name} [${`*${'abcdefg'[i]},`.repeat(10)}]\n`).join('');

  test('aliases that explode', () => {
    expect(messages(`a: &a [x,x,x,x,x,x,x,x,x,x]\n${bomb}`)).toEqual(['holds more than 20000 values']);
  });

  test('an alias within itself', () => {
    expect(messages(`${HEAD}x: &x [*x]\n`)).toEqual(['alias "*x" stands inside the value it repeats']);
  });

  test('a long chain of aliases', () => {
    const chain = Array.from({ length: 3_000 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]\n`).join('');
    expect(messages(`a0: &a0 [x]\n${chain}`)).toEqual(['is nested too deeply']);
  });

  test.each([
    ['brackets', '['.repeat(900_000)],
    ['brackets with quoted ones between', '[ "]", '.repeat(100_000)],
    ['braces', `a: ${'{a: '.repeat(200_000)}`],
    ['dashes', '- '.repeat(450_000)],
    ['question marks', '? '.repeat(450_000)],
    ['indentation', Array.from({ length: 1_200 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
  ])('a million %s', (_, text) => {
    expect(messages(text)).toEqual(['is nested too deeply']);
  });

  test('a hundred thousand keys', () => {
    const keys = Array.from({ length: 100_000 }, (_, i) => `k${i}: 1\n`).join('');
    expect(messages(keys)).toEqual(['holds more than 20000 values']);
  });

  test('twenty thousand unknown keys are counted, not listed', () => {
    const keys = Array.from({ length: 19_000 }, (_, i) => `k${i}: 1\n`).join('');
    expect(refusal(HEAD + keys)).toMatch(/… and 18950 more\.$/);
  });

  test('a line of a megabyte is cut', () => {
    const text = `${HEAD}rules: {bad: "${'x'.repeat(990_000)}"}\n`;
    expect(messages(text)).toEqual(['unknown key "bad"']);
    expect(refusal(text).length).toBeLessThan(500);
  });

  test('escape sequences never reach the terminal', () => {
    expect(refusal(`${HEAD}"\\u001b[31mred": 1\nweek\u202e: "\\u009b2J"\n`)).not.toMatch(/[^\P{Cc}\n]/u);
  });
});
