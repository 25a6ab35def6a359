import type { Checked } from './checked.ts';
import { type Judgement, passes } from './judgement.ts';

/**
 * A check as JUnit XML, which the servers of continuous integration read: a suite for each scenario, a case for each
 * thing that was looked at.
 *
 * @example
 * const xmlText = junitXml(await checkScenarios(['scenarios/rotation/prime-evening.yaml']));
 * /<testsuites .*failures="(\d+)"/.exec(xmlText)?.[1] // '0'
 */
export function junitXml(checked: readonly Checked[]): string {
  const suites = checked.map(suiteOf);
  const sum = (of: (suite: (typeof suites)[number]) => number) => suites.reduce((all, suite) => all + of(suite), 0);
  const counts = `tests="${sum(({ tests }) => tests)}" failures="${sum(({ failures }) => failures)}" errors="${sum(({ errors }) => errors)}"`;
  const lines = suites.flatMap((suite) => suite.lines);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="evenhand check" ${counts}>`,
    ...lines,
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteOf({ name, file, judgements, problems, verdict }: Checked) {
  const cases = judgements.map((judgement) => caseOf(name, judgement));
  const errors = problems.map(({ message, maybe }) => {
    const text = [message, ...(maybe === undefined ? [] : [maybe])].join('\n');
    return testcase(name, 'it can be run', `<error message="${xml(message)}">${xml(text)}</error>`);
  });
  const skipped =
    verdict === 'nothing' ? [testcase(name, 'expectations', '<skipped message="it expects nothing"/>')] : [];
  const all = [...cases, ...errors, ...skipped];
  const failures = judgements.filter((judgement) => !passes(judgement)).length;
  const counts = `tests="${all.length}" failures="${failures}" errors="${errors.length}" skipped="${skipped.length}"`;
  const head = `  <testsuite name="${xml(name)}" file="${xml(file)}" ${counts}>`;
  return { tests: all.length, failures, errors: errors.length, lines: [head, ...all, '  </testsuite>'] };
}

function caseOf(suite: string, judgement: Judgement): string {
  const { by, what, expected, actual, reason } = judgement;
  const name = `${by}: ${what}, ${expected}`;
  if (passes(judgement)) return testcase(suite, name);
  const text = `expected: ${expected}\nactual: ${actual}\n${reason}`;
  return testcase(suite, name, `<failure message="${xml(reason)}">${xml(text)}</failure>`);
}

function testcase(suite: string, name: string, inner?: string): string {
  const head = `    <testcase classname="${xml(suite)}" name="${xml(name)}"`;
  return inner === undefined ? `${head}/>` : `${head}>${inner}</testcase>`;
}

/** Characters that XML 1.0 cannot hold, not even escaped: other control characters, halves of surrogate pairs. */
const UNFIT = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * Text as XML holds it, in an element or in a quoted attribute.
 *
 * @example
 * xml('a < "b"') // 'a &lt; &quot;b&quot;'
 */
export function xml(text: string): string {
  return text
    .replace(UNFIT, '\ufffd')
    .replace(/[&<>"']/g, (char) => NAMES[char] ?? char)
    .replace(/[\n\r\t]/g, (char) => `&#${char.charCodeAt(0)};`);
}
