import { acknowledgeCells } from './acknowledge';
import { acknowledgeMetrics } from './acknowledge-metrics';
import { hostileXmlMetrics } from './hostile-xml';
import type { Metric } from './metric';
import { receiveMetrics } from './receive';

/**
 * What receiving a notification costs beside the bare primitives and two other libraries, how long
 * hostile XML takes to refuse, and how fast a real n8n acknowledges crowds of them beside its own Webhook node.
 */
export async function run(): Promise<Metric[]> {
	return [
		...(await receiveMetrics()),
		...hostileXmlMetrics(),
		...acknowledgeMetrics(await acknowledgeCells()),
	];
}
