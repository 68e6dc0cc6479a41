import { IntegrationError } from '../core/errors';

/** Answers of Odoo that may be about one record of a call. All others say nothing about the records. */
const ABOUT_RECORDS = new Set(['ODOO_VALIDATION', 'ODOO_SERVER_FAULT', 'ODOO_NUMBER_TOO_LARGE']);

/**
 * Whether one of several records may have caused this error. Never for a fault that passes: no answer,
 * a busy or restarting server, a lost race, the end of the time.
 */
export const isAboutRecords = (error: unknown): boolean =>
	!(error instanceof IntegrationError) || (!error.retryable && ABOUT_RECORDS.has(error.code));

/**
 * Works on all values at once. If that fails for what may be one of them, the values are halved and each
 * half is tried again, until only those fail that cause it.
 *
 * @param values at least one
 * @param work returns a result for each value; it may run again for values that it has worked on before
 * @param failed the result of a value that failed alone, or with its half for what is no value's fault
 * @returns a result for each value, in their order
 */
export async function isolate<T, R>(
	values: readonly T[],
	work: (some: readonly T[]) => Promise<R[]>,
	failed: (value: T, error: unknown) => R,
): Promise<R[]> {
	try {
		return await work(values);
	} catch (error) {
		if (values.length < 2 || !isAboutRecords(error)) {
			return values.map((value) => failed(value, error));
		}
	}
	const middle = Math.ceil(values.length / 2);
	const first = await isolate(values.slice(0, middle), work, failed);
	return [...first, ...(await isolate(values.slice(middle), work, failed))];
}
