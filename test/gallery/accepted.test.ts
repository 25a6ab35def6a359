import { describe, expect, it } from 'vitest';
import { chosen, compared, reasonNotToAccept } from './accepted.ts';
import { renamed, standing } from './pictures.ts';

const picture = (name: string, svg: string) => ({ name, chart: name.split('.')[0]!, svg });

describe('pictures against those accepted', () => {
  it('are the same, changed, new or gone', () => {
    const before = new Map([
      ['bars.wide', 'a'],
      ['caps.wide', 'b'],
      ['old.wide', 'c'],
    ]);
    const now = [picture('bars.wide', 'a'), picture('caps.wide', 'B'), picture('heat.any', 'd')];
    expect(compared(now, before).map(({ name, state }) => `${name} ${state}`)).toEqual([
      ...['bars.wide same', 'caps.wide changed', 'heat.any new', 'old.wide gone'],
    ]);
  });

  it('are accepted by chart, by case or by full name', () => {
    const names = ['caps.wide', 'caps.narrow', 'caps-none.wide', 'capsule.any'];
    const findings = compared(
      names.map((name) => picture(name, 'x')),
      new Map(),
    );
    const of = (...asked: readonly string[]) => chosen(findings, asked).wanted.map(({ name }) => name);
    expect(of()).toEqual(names);
    expect(of('caps')).toEqual(['caps.wide', 'caps.narrow', 'caps-none.wide']);
    expect(of('caps-none')).toEqual(['caps-none.wide']);
    expect(of('caps.wide', 'capsule')).toEqual(['caps.wide', 'capsule.any']);
    expect(chosen(findings, ['cap']).unknown).toEqual(['cap']);
  });
});

describe('what nobody looked at', () => {
  const page = 'gallery.html';
  it('is not accepted in CI', () => {
    expect(reasonNotToAccept({ ci: 'true', shown: true, page })).toMatch(/never where CI is set/);
  });
  it('is not accepted before the page has shown it', () => {
    expect(reasonNotToAccept({ ci: undefined, shown: false, page })).toMatch(/Look at gallery.html, then accept/);
  });
  it('is all that is refused', () => {
    expect(reasonNotToAccept({ ci: undefined, shown: true, page })).toBeNull();
  });
});

describe('a drawing as a file', () => {
  const svg =
    '<svg class="any" style="max-width:9px"><title id="a-title">x</title><g><text></text><path d="M0"/></g></svg>';

  it('stands alone, a tag a line, and no blank comes into its text', () => {
    expect(standing(svg).split('\n')).toEqual([
      '<svg xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" class="any" style="background:#fdfcf9;max-width:9px">',
      ...['<title id="a-title">x</title>', '<g>', '<text></text>', '<path d="M0"/>', '</g>', '</svg>', ''],
    ]);
  });

  it('gets other ids, and its references follow, but its words do not change', () => {
    const own =
      '<svg aria-labelledby="a-title"><title id="a-title">id="a" url(#b)</title><g clip-path="url(#b)"/></svg>';
    expect(renamed(own, 'was')).toBe(
      '<svg aria-labelledby="was-a-title"><title id="was-a-title">id="a" url(#b)</title><g clip-path="url(#was-b)"/></svg>',
    );
  });
});
