import type { Ora } from 'ora';

/**
 * A line on stderr with a spinner before it, not yet shown. Its package is loaded here, where somebody watches, and not
 * with the command: that alone takes half as long as Node needs to start.
 *
 * The cursor and the keyboard are left alone: whoever changes them must catch signals, and then Ctrl-C would wait for
 * the solver.
 */
export async function spinner(text: string): Promise<Ora> {
  const { default: ora } = await import('ora');
  return ora({ stream: process.stderr, hideCursor: false, discardStdin: false, text });
}
