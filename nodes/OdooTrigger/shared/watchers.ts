import type { Watcher } from '../../../lib/changes/watcher';

/** The watchers of this process, by node. Other processes of n8n have none: theirs is where the trigger runs. */
const watchers = new Map<string, Watcher>();

type OfNode = { getWorkflow(): { id?: string }; getNode(): { id: string } };

const keyOf = (context: OfNode): string =>
	`${context.getWorkflow().id ?? ''}/${context.getNode().id}`;

export const watcherOf = (context: OfNode): Watcher | undefined => watchers.get(keyOf(context));

export function noteWatcher(context: OfNode, watcher: Watcher): void {
	watchers.set(keyOf(context), watcher);
}

/** Stops it, and resolves when nothing of it is under way any more. @param only this one, where another may have followed it */
export async function stopWatcher(context: OfNode, only?: Watcher): Promise<void> {
	const key = keyOf(context);
	const watcher = only ?? watchers.get(key);
	// It stays known until then: n8n unpublishes webhook and trigger side by side, and both have to wait.
	await watcher?.stop();
	if (watchers.get(key) === watcher) watchers.delete(key);
}
