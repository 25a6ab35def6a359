const refuse = () => Promise.reject(new Error('a chart may not load anything'));

/** What Vega is given to load with: a spec may name files and addresses, and none of them is ever asked for. */
export const LOADER = { load: refuse, sanitize: refuse, http: refuse, file: refuse };
