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
  readonly jupyter?: { readonly $display: symbol; readonly display: (value: object) => Promise<void> };
}

/** By this name Deno's kernel asks a cell's last value how it looks. */
export const DENO_DISPLAY = Symbol.for('Jupyter.display');

/** Shows an output where this code runs: in a cell of tslab or of Deno; in a plain process its text on stdout. */
export async function display(bundle: Bundle): Promise<void> {
  const { __tslab__: tslab, Deno: deno } = globalThis as { __tslab__?: Tslab; Deno?: DenoKernel };
  if (tslab) inTslab(tslab, bundle);
  else if (deno?.jupyter) await deno.jupyter.display({ [DENO_DISPLAY]: () => bundle });
  else console.log(bundle['text/plain']);
}

/** Whether outputs are drawn, so that charts are worth their time. */
export const isDrawn = (): boolean => '__tslab__' in globalThis || 'Deno' in globalThis;

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
