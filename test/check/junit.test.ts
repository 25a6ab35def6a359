import { describe, expect, it } from 'vitest';
import type { Checked } from '../../src/check/checked.ts';
import { junitXml, xml } from '../../src/check/junit.ts';

const GOOD: Checked = {
  file: 'la.yaml',
  name: 'la',
  verdict: 'failed',
  judgements: [
    {
      by: 'expect',
      what: 'gini',
      expected: 'at most 0.2',
      actual: '0.3',
      verdict: 'failed',
      reason: 'gini is <0.3> & "more"',
    },
    { by: 'baseline', what: 'assignments', expected: 'at least 63', actual: '63', verdict: 'kept', reason: '' },
  ],
  problems: [],
  baseline: 'there',
  changes: [],
};

describe('JUnit XML', () => {
  it('has a suite for each scenario, a case for each judgement, and counts', () => {
    expect(junitXml([GOOD]).split('\n')).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="evenhand check" tests="2" failures="1" errors="0">',
      '  <testsuite name="la" file="la.yaml" tests="2" failures="1" errors="0" skipped="0">',
      '    <testcase classname="la" name="expect: gini, at most 0.2"><failure message="gini is &lt;0.3&gt; &amp; &quot;more&quot;">expected: at most 0.2&#10;actual: 0.3&#10;gini is &lt;0.3&gt; &amp; &quot;more&quot;</failure></testcase>',
      '    <testcase classname="la" name="baseline: assignments, at least 63"/>',
      '  </testsuite>',
      '</testsuites>',
      '',
    ]);
  });

  it('has an error where a scenario cannot be run, and a skipped case where it expects nothing', () => {
    const problems = [{ message: 'is a folder', maybe: 'Maybe a file.' }];
    const text = junitXml([
      { ...GOOD, verdict: 'refused', judgements: [], problems },
      { ...GOOD, verdict: 'nothing', judgements: [] },
    ]);
    expect(text).toContain('<error message="is a folder">is a folder&#10;Maybe a file.</error>');
    expect(text).toContain('tests="2" failures="0" errors="1"');
    expect(text).toContain('<skipped message="it expects nothing"/>');
  });

  it('holds no character that XML cannot', () => {
    expect(xml('a\u0000b\u001b[31m\ud800c\ufffe')).toBe('a\ufffdb\ufffd[31m\ufffdc\ufffd');
    expect(xml('ü 🚗 ]]>')).toBe('ü 🚗 ]]&gt;');
  });
});
