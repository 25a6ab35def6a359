import { describe, expect, it } from 'vitest';
import { terminalOf } from '../../src/cli/io.ts';

const TERMINAL = { isTTY: true, columns: 40 } as const;
const PIPE = { isTTY: undefined, columns: 0 } as unknown as typeof TERMINAL;

const on = (env: Readonly<Record<string, string>>, out = TERMINAL) => terminalOf(out, out, env);

describe('what a terminal shows', () => {
  it('is coloured, and has a progress line and a width', () => {
    expect(on({})).toEqual({ watched: true, colour: true, columns: 40, ci: false, debug: false });
  });

  it('is plain under NO_COLOR and TERM=dumb: no colour and no line that is drawn anew', () => {
    for (const env of [{ NO_COLOR: '1' }, { NO_COLOR: 'x', FORCE_COLOR: '1', CI: 'true' }, { TERM: 'dumb' }])
      expect(on(env)).toMatchObject({ watched: false, colour: false });
    expect(on({ NO_COLOR: '' })).toMatchObject({ watched: true, colour: true });
  });

  it('has no colour in a pipe, whatever runs it, unless it is forced', () => {
    for (const env of [{}, { CI: 'true' }, { CI: '1', GITHUB_ACTIONS: 'true' }, { FORCE_COLOR: '0' }])
      expect(on(env, PIPE)).toMatchObject({ watched: false, colour: false });
    expect(on({ FORCE_COLOR: '1' }, PIPE).colour).toBe(true);
    expect(on({ FORCE_COLOR: '1', NO_COLOR: '1' }, PIPE).colour).toBe(false);
  });

  it('knows its width from COLUMNS where it is no terminal', () => {
    expect(on({ COLUMNS: '60' }, PIPE).columns).toBe(60);
    expect('columns' in on({ COLUMNS: 'wide' }, PIPE)).toBe(false);
    expect(on({ COLUMNS: '60' }).columns).toBe(40);
  });

  it('is watched by nobody in continuous integration', () => {
    expect(on({ CI: 'true' })).toMatchObject({ ci: true, watched: false });
    for (const CI of ['', '0', 'false']) expect(on({ CI })).toMatchObject({ ci: false, watched: true });
  });
});
