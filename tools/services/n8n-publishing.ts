import type { N8nRest } from './n8n-rest';
import { waitUntil } from './processes';

export interface Publishing {
	/** Publishes the newest version and waits until its webhooks answer. @throws Error with the trigger's reason */
	publish(workflowId: string): Promise<void>;
	/** Takes a workflow off the air and waits until its webhooks are gone. */
	unpublish(workflowId: string): Promise<void>;
}

interface PublicationStatus {
	status: string;
	liveVersionId: string | null;
	triggers: Array<{ status: string; errorMessage: string | null }>;
}

/**
 * Publishing as a caller of the webhooks needs it: n8n answers at once and registers them later,
 * or fails to, which only its publication status tells.
 */
export function publishing(rest: N8nRest): Publishing {
	const status = async (id: string) =>
		await rest.call<PublicationStatus>('GET', `/rest/workflows/${id}/publication-status`);
	return {
		async publish(id) {
			const { versionId } = await rest.call<{ versionId: string }>('GET', `/rest/workflows/${id}`);
			await rest.call('POST', `/rest/workflows/${id}/activate`, { versionId });
			let failure: string | undefined;
			await waitUntil(`workflow ${id} is published`, 60_000, async () => {
				const now = await status(id);
				failure = publicationFailure(now);
				return failure !== undefined || isPublished(now, versionId);
			});
			if (failure !== undefined) throw new Error(`n8n could not publish the workflow: ${failure}`);
		},
		async unpublish(id) {
			await rest.call('POST', `/rest/workflows/${id}/deactivate`, {});
			await waitUntil(`workflow ${id} is unpublished`, 60_000, async () => {
				return (await status(id)).liveVersionId === null;
			});
		},
	};
}

/** True once this very version answers at all its triggers. */
export function isPublished(now: PublicationStatus, versionId: string): boolean {
	return (
		now.status === 'published' &&
		now.liveVersionId === versionId &&
		now.triggers.every((trigger) => trigger.status === 'activated')
	);
}

/** Why publishing failed, or undefined while it has not. */
export function publicationFailure(now: PublicationStatus): string | undefined {
	const reason = now.triggers.find((trigger) => trigger.errorMessage)?.errorMessage;
	if (reason) return reason;
	return now.status === 'failed' ? 'no reason given' : undefined;
}
