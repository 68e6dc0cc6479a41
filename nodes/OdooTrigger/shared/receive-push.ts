import type { INodeParameters, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { after } from '../../../lib/core/deadline';
import { pushedId } from '../../../lib/changes/push-rule';
import { newestState } from '../../../lib/changes/watch';
import { odooClient, odooConnectionFrom, ODOO_CREDENTIAL } from '../../shared/odoo-connection';
import { triggerEvent, type EventName, type TriggerEvent } from './events';
import { isPushKey, KEY_PARAMETER, pushTarget } from './push-target';
import { toItems } from './to-items';
import { watcherOf } from './watchers';

const GATHER_MS = 200;
const RECEIVED: IWebhookResponseData = { webhookResponse: { received: true } };

/** Ids that came while others were gathered, in a process without a watcher. */
const gathered = new Map<string, Set<number>>();

/**
 * Odoo says that a record has changed. It waits for the answer a second at most, and so does the person
 * who has saved something in Odoo: whoever watches is told, and Odoo is answered at once.
 */
export async function receivePush(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const eventName = context.getNodeParameter('event') as EventName;
	const { secret } = odooConnectionFrom(await context.getCredentials(ODOO_CREDENTIAL));
	const target = pushTarget(context.getNodeWebhookUrl('default') ?? '', secret, eventName);
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
	watcher.hint(id);
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
	// What names no record is found by the next look.
	if (waiting || (id === undefined && !test)) return RECEIVED;
	const ids = new Set(id === undefined ? [] : [id]);
	gathered.set(node, ids);
	await after(GATHER_MS).passed;
	gathered.delete(node);
	const asOf = Date.now();
	const odoo = await odooClient(context);
	const read = ids.size > 0 ? await event.watch.read(odoo, [...ids]) : [];
	const sample = test && read.length === 0 ? await newestState(odoo, event.watch) : undefined;
	const news = sample ? [sample] : read;
	if (news.length === 0) return RECEIVED;
	const hearing = { pushed: true } as const;
	const items = toItems(news, { event: event.name, source: 'push', hearing, asOf });
	return { ...RECEIVED, workflowData: [items] };
}
