import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { onAcknowledged } from '../../shared/acknowledged-batches';
import { acknowledgement } from '../../shared/wechat-pay-replies';
import {
	BATCH_SIZES,
	batchOfOne,
	commits,
	firstRuns,
	identityOf,
	type Arrived,
} from './group-commit-instance';
import type { Batch } from '../../../lib/batching/group-commit';
import { answer, callerOf, onEnd, type Reply } from './reply';
import { isStopping } from './shutdown';
import { toItems } from './to-items';

const acknowledgesAtOnce = (context: IWebhookFunctions) =>
	context.getNodeParameter('acknowledge') === 'onReceived';

/**
 * A genuine notification to its execution: alone or with others that came meanwhile, unless this process has
 * met it before. Payments and refunds, XML and JSON travel apart: one answer is right for a whole batch.
 */
export async function passOn(
	context: IWebhookFunctions,
	arrived: Arrived,
	reply: Reply,
): Promise<IWebhookResponseData> {
	// The editor listens for one call and shows it.
	if (context.getMode() === 'manual') return start(context, batchOfOne(arrived), reply);
	const { kind, api } = arrived;
	const lane = [context.getWorkflow().id, context.getNode().id, kind, api].join(' ');
	const identity = `${lane} ${identityOf(arrived)}`;
	const claim = await firstRuns.claim(identity, (leave) => onEnd(reply, leave));
	if (claim.role === 'done') return answer(reply, 200, 'SUCCESS', api);
	if (claim.role === 'answered') {
		return answer(reply, claim.acknowledged ? 200 : 503, 'FIRST_RUN_FAILED', api);
	}
	if (claim.role === 'refused') return answer(reply, 503, 'TOO_MANY_WAITING', api);

	const sizes = BATCH_SIZES[acknowledgesAtOnce(context) ? 'onReceived' : 'responseNode'];
	const turn = await commits.join(lane, sizes, arrived, identity, callerOf(reply));
	if (turn.role === 'leader') {
		const { batch } = turn;
		const identities = batch.items.map((one) => `${lane} ${identityOf(one)}`);
		watch(context, reply, batch.id, identities);
		// Whoever waited while n8n was told to stop is sent away before it ends.
		return isStopping() ? answer(reply, 503, 'STOPPING', api) : start(context, batch, reply);
	}
	if (turn.role === 'follower') {
		return answer(reply, turn.acknowledged ? 200 : 503, 'NOT_STORED', api);
	}
	firstRuns.dropped(identity);
	return answer(reply, 503, 'TOO_MANY_WAITING', api);
}

/** Notes how the run of a batch ends, as far as it can be seen from here. */
function watch(
	context: IWebhookFunctions,
	reply: Reply,
	batchId: string,
	identities: string[],
): void {
	const forAll = (note: (identity: string) => void) => () => identities.forEach(note);
	const atOnce = acknowledgesAtOnce(context);
	const stopListening = onAcknowledged(
		batchId,
		forAll((identity) => firstRuns.succeeded(identity)),
	);
	const notes = {
		acknowledged: forAll((identity) =>
			atOnce ? firstRuns.stored(identity) : firstRuns.succeeded(identity),
		),
		refused: forAll((identity) => firstRuns.failed(identity)),
		cut: forAll((identity) => firstRuns.lostSight(identity)),
	};
	onEnd(reply, (end) => {
		notes[end]();
		if (end === 'refused') stopListening();
	});
}

function start(
	context: IWebhookFunctions,
	batch: Batch<Arrived>,
	reply: Reply,
): IWebhookResponseData {
	const atOnce = acknowledgesAtOnce(context);
	const items = toItems(batch, atOnce ? 'immediately' : 'workflow');
	const [first] = batch.items;
	const workflowData = first?.kind === 'refund' ? [[], items] : [items, []];
	if (!atOnce) return { workflowData };
	// n8n sends this body only after it has stored the execution; in the other mode a node sends its own.
	const { contentType, body } = acknowledgement(first?.api ?? 'v3');
	if (!reply.headersSent) reply.setHeader('Content-Type', contentType);
	return { webhookResponse: body, workflowData };
}
