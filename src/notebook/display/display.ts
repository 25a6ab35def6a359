import Module from 'node:module';

/** One output of a cell in several forms, by MIME type; whoever shows it takes the richest that it can. */
export type Bundle = Readonly<Record<string, string | object>> & { readonly 'text/plain': string };

interface Tslab {
  readonly require: (name: string) => { readonly display: { readonly raw: (type: string, content: string) => void } };
}

interface TslabKernel {
  readonly lastWriteDisplayData?: ((output: object, update: boolean) => void) | null;
}

interface DenoKernel {
  readonly display: (value: object) => Promise<void>;
}

/** By this name Deno's kernel asks a cell's last value how it looks. */
export const DENO_DISPLAY = Symbol.for('Jupyter.display');

/**
 * Shows outputs where this code runs: in a cell of tslab or of Deno; in a plain process their texts on stdout.
 *
 * @example
 * await display([{ 'text/html': '<b>63</b> loans', 'text/plain': '63 loans' }]) // prints '63 loans'
 */
export async function display(bundles: readonly Bundle[]): Promise<void> {
  const { __tslab__: tslab } = globalThis as { __tslab__?: Tslab };
  const deno = denoKernel();
  if (tslab) for (const bundle of bundles) inTslab(tslab, bundle);
  else if (deno) await inDeno(deno, bundles);
  else for (const bundle of bundles) console.log(bundle['text/plain']);
}

/** Whether outputs are drawn, so that charts are worth their time. */
export const isDrawn = (): boolean => '__tslab__' in globalThis || denoKernel() !== undefined;

/** Deno's kernel, where this is a cell of it. Elsewhere in Deno the very question throws. */
function denoKernel(): DenoKernel | undefined {
  try {
    return (globalThis as { Deno?: { readonly jupyter?: DenoKernel } }).Deno?.jupyter;
  } catch {
    return undefined;
  }
}

/** Milliseconds in which Deno's kernel sends what it has been given; it takes a few. */
const SENDING = 100;

/**
 * Deno's kernel takes an output into a queue and says at once that it is done. What is still in the queue when the cell
 * ends goes to the cell after it or, in the last one, is lost.
 */
async function inDeno(kernel: DenoKernel, bundles: readonly Bundle[]): Promise<void> {
  for (const bundle of bundles) {
    await kernel.display({ [DENO_DISPLAY]: () => bundle });
    await pause(0);
  }
  await pause(SENDING);
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

function inTslab(tslab: Tslab, bundle: Bundle): void {
  const write = kernel()?.lastWriteDisplayData;
  if (write) {
    write({ data: bundle, metadata: {}, transient: {} }, false);
    return;
  }
  // Its public interface shows one form at a time.
  const { display: shown } = tslab.require('tslab');
  const type = ['text/html', 'image/svg+xml', 'text/plain'].find((each) => typeof bundle[each] === 'string')!;
  shown.raw(type, bundle[type] as string);
}

/** The module of tslab that writes outputs of several forms; it is loaded in every process of its kernel. */
function kernel(): TslabKernel | undefined {
  const { _cache: cache = {} } = Module as unknown as { _cache?: Record<string, { exports?: TslabKernel }> };
  const file = Object.keys(cache).find((path) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(path));
  return file === undefined ? undefined : cache[file]?.exports;
}
