import { IntegrationError } from '../core/errors';
import type { JsonObject } from '../core/json';

/** What can be read, and for review what cannot. */
export function readEach<T>(
	items: JsonObject[],
	read: (item: JsonObject) => T,
	kind: 'payout' | 'receipt' | 'row',
): [read: T[], odd: JsonObject[]] {
	const [all, odd]: [T[], JsonObject[]] = [[], []];
	for (const item of items) {
		try {
			all.push(read(item));
		} catch (error) {
			if (!(error instanceof IntegrationError)) throw error;
			odd.push({ reason: `${error.message} ${error.nextStep}`, [kind]: item });
		}
	}
	return [all, odd];
}
