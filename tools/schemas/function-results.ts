export type Call = (...args: never[]) => unknown;

/** What a function returns, awaited. */
export type Result<F extends Call> = Awaited<ReturnType<F>>;

/** One item of a list that a function returns. */
export type Each<F extends Call> = Result<F> extends ReadonlyArray<infer Item> ? Item : never;
