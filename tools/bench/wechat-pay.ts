import { acknowledgeCells } from './acknowledge';
import { acknowledgeMetrics } from './acknowledge-metrics';
import { chosenCells } from './chosen-cells';
import { hostileXmlMetrics } from './hostile-xml';
import type { Metric } from './metric';
import { receiveMetrics } from './receive';

/**
 * What receiving a notification costs beside the bare primitives and two other libraries, how long
 * hostile XML takes to refuse, and how fast a real n8n acknowledges crowds of them beside its own Webhook node.
 *
 * @param words narrow it down to some cells of the table: see `chosenCells`
 */
export async function run(words: string[]): Promise<Metric[]> {
	const chosen = chosenCells(words);
	return [
		...(chosen.receiving ? [...(await receiveMetrics()), ...hostileXmlMetrics()] : []),
		...(chosen.settings.length > 0 ? acknowledgeMetrics(await acknowledgeCells(chosen)) : []),
	];
}
