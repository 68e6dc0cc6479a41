import {
	NodeOperationError,
	type INodeParameters,
	type IRun,
	type ITriggerFunctions,
	type ITriggerResponse,
} from 'n8n-workflow';

import { explain, IntegrationError } from '../../../lib/core/errors';
import type { OdooClient } from '../../../lib/odoo/client';
import { pushObstacle } from '../../../lib/changes/push-obstacle';
import { register } from '../../../lib/changes/registration';
import { newestState } from '../../../lib/changes/watch';
import { startWatcher } from '../../../lib/changes/watcher';
import type { PushStatus } from '../../../lib/changes/watcher-settings';
import { toNodeError } from '../../shared/node-error';
import { odooClient } from '../../shared/odoo-connection';
import { triggerEvent, type EventName, type TriggerEvent } from './events';
import { DEFAULT_PACE } from './properties';
import { ensurePushKey } from './push-key';
import { pushTarget } from './push-target';
import { toItems } from './to-items';
import { noteWatcher, stopWatcher } from './watchers';

/** Kept by n8n with the workflow. */
interface Kept {
	/** Where Odoo reaches this node, since it was published. */
	webhookUrl?: string;
	cursor?: string;
	/** The event that the cursor is of. */
	cursorOf?: string;
}

const GATHER_MS = 150;
/** The changes of these executions have not arrived. */
const FAILED = new Set(['error', 'crashed']);
/** This many failed polls in a row are shown in the list of executions. */
const WORTH_AN_EXECUTION = 10;

/** Watches Odoo until the workflow is unpublished or n8n ends. */
export async function startWatching(context: ITriggerFunctions): Promise<ITriggerResponse> {
	const name = context.getNodeParameter('event') as EventName;
	const options = context.getNodeParameter('options', {}) as INodeParameters;
	const event = triggerEvent(name, options);
	if (context.getMode() === 'manual') return { manualTriggerFunction: sampleOf(context, event) };

	const kept = context.getWorkflowStaticData('node') as Kept;
	const ms = (field: keyof typeof DEFAULT_PACE) =>
		Math.max(1, Number(options[field] ?? DEFAULT_PACE[field])) * 1000;
	const watcher = await startWatcher({
		watch: event.watch,
		client: async () => await odooClient(context),
		cursor: kept.cursorOf === name ? kept.cursor : undefined,
		saveCursor(cursor) {
			Object.assign(kept, { cursor, cursorOf: name });
		},
		async emit({ changed, source, push, asOf }) {
			const done = context.helpers.createDeferredPromise<IRun>();
			const items = toItems(changed, { event: name, source, push, asOf });
			context.emit([items], undefined, done);
			const run = await done.promise;
			if (run && FAILED.has(run.status)) throw new Error(`The execution ended as ${run.status}`);
		},
		enablePush: async (odoo) => await enablePush(context, odoo, event, kept.webhookUrl),
		failed: (error, inARow) => reportFailure(context, error, inARow),
		gatherMs: GATHER_MS,
		calmMs: ms('calmSeconds'),
		pollMs: ms('pollSeconds'),
		catchUpMs: ms('catchUpSeconds'),
		now: Date.now,
		monotonic: () => performance.now(),
	});
	noteWatcher(context, watcher);
	return { closeFunction: async () => await stopWatcher(context, watcher) };
}

async function enablePush(
	context: ITriggerFunctions,
	odoo: OdooClient,
	{ name, rule }: TriggerEvent,
	webhookUrl: string | undefined,
): Promise<PushStatus> {
	if (!webhookUrl)
		return { pushed: false, why: 'n8n has not registered the webhook of this node yet.' };
	const obstacle = await pushObstacle(odoo);
	if (obstacle) return { pushed: false, why: obstacle.why };
	const key = ensurePushKey(context, webhookUrl);
	const what = await register(odoo, rule, pushTarget(webhookUrl, key, name)).catch(
		(error: unknown) => {
			if (error instanceof IntegrationError && !error.retryable) return error;
			throw error;
		},
	);
	if (what instanceof IntegrationError) return { pushed: false, why: what.message };
	if (what === 'repaired') {
		context.logger.warn(
			`Odoo Trigger: the automation rule in Odoo was changed and is right again.`,
		);
	}
	return { pushed: true };
}

function reportFailure(context: ITriggerFunctions, error: unknown, inARow: number): void {
	const said = error instanceof IntegrationError ? explain(error) : String(error);
	context.logger.warn(`Odoo Trigger could not look for changes, try ${inARow}: ${said}`);
	if (inARow !== WORTH_AN_EXECUTION) return;
	context.saveFailedExecution(toNodeError(context.getNode(), error));
}

const sampleOf = (context: ITriggerFunctions, event: TriggerEvent) => async () => {
	const asOf = Date.now();
	const sample = await newestState(await odooClient(context), event.watch);
	if (!sample)
		throw new NodeOperationError(context.getNode(), 'Nothing of this has happened in Odoo yet.');
	const push: PushStatus = { pushed: false, why: 'This is a test.' };
	context.emit([toItems([sample], { event: event.name, source: 'poll', push, asOf })]);
};
