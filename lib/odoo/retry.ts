import type { RetryPolicy } from '../retry';

export { nextPause, withRetry, type Environment, type RetryPolicy } from '../retry';

/** Long enough for Odoo's own back-off of whole seconds, short enough for a queue behind it. */
export const DEFAULT_RETRY: RetryPolicy = { baseMs: 250, maxMs: 4_000, budgetMs: 30_000 };
