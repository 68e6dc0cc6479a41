import type { INodeParameters, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { after } from '../../../lib/core/deadline';
import { pushedId } from '../../../lib/changes/push-rule';
import { newestState } from '../../../lib/changes/watch';
import { odooClient } from '../../shared/odoo-connection';
import { triggerEvent, type EventName, type TriggerEvent } from './events';
import { pushKeyOf } from './push-key';
import { isPushKey, KEY_PARAMETER, pushTarget } from './push-target';
import { toItems } from './to-items';
import { watcherOf } from './watchers';

const GATHER_MS = 200;
const RECEIVED: IWebhookResponseData = { webhookResponse: { received: true } };

/** Ids received while others were gathered, in a process without a watcher. */
const gathered = new Map<string, Set<number>>();

/**
 * Receives a push of Odoo about a changed record. Odoo, and the person who saved something in it, waits up
 * to one second for the answer, so the watcher is notified and Odoo gets its answer immediately.
 */
export async function receivePush(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const eventName = context.getNodeParameter('event') as EventName;
	const webhookUrl = context.getNodeWebhookUrl('default') ?? '';
	const target = pushTarget(webhookUrl, pushKeyOf(context, webhookUrl) ?? '', eventName);
	const { [KEY_PARAMETER]: key } = context.getQueryData() as Record<string, unknown>;
	if (!isPushKey(target, key)) {
		const message = 'This address takes pushes of Odoo only, with the key in it.';
		context.getResponseObject().status(403).json({ message });
		return { noWebhookResponse: true };
	}
	const options = context.getNodeParameter('options', {}) as INodeParameters;
	const event = triggerEvent(eventName, options);
	const id = pushedId(event.rule, context.getBodyData());
	const watcher = context.getMode() === 'manual' ? undefined : watcherOf(context);
	if (!watcher) return await startWorkflow(context, event, target.mark, id);
	watcher.pushed(id);
	return RECEIVED;
}

/** In a test, and in a process that only receives webhooks: the push itself starts the workflow. */
async function startWorkflow(
	context: IWebhookFunctions,
	event: TriggerEvent,
	node: string,
	id: number | undefined,
): Promise<IWebhookResponseData> {
	const test = context.getMode() === 'manual';
	const waiting = gathered.get(node);
	if (waiting && id !== undefined) waiting.add(id);
	// A push without a record is found by the next poll.
	if (waiting || (id === undefined && !test)) return RECEIVED;
	const ids = new Set(id === undefined ? [] : [id]);
	gathered.set(node, ids);
	await after(GATHER_MS).passed;
	gathered.delete(node);
	const asOf = Date.now();
	const odoo = await odooClient(context);
	const read = ids.size > 0 ? await event.watch.read(odoo, [...ids]) : [];
	const sample = test && read.length === 0 ? await newestState(odoo, event.watch) : undefined;
	const changed = sample ? [sample] : read;
	if (changed.length === 0) return RECEIVED;
	const push = { pushed: true } as const;
	const items = toItems(changed, { event: event.name, source: 'push', push, asOf });
	return { ...RECEIVED, workflowData: [items] };
}
