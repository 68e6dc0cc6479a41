import type { Metric } from './metric';
import { receiveMetrics } from './receive';

/** What receiving a notification costs beside the bare primitives and two other libraries. */
export async function run(): Promise<Metric[]> {
	return await receiveMetrics();
}
