/**
 * Batches whose notifications have all passed Acknowledge Notification, told from that node to the trigger:
 * in this process, the only one that both share. A worker of a queue tells nobody.
 */
const listeners = new Map<string, () => void>();
const MAX_LISTENERS = 1000;

/** @returns a way to stop listening */
export function onAcknowledged(batchId: string, listener: () => void): () => void {
	// The oldest stands first.
	if (listeners.size >= MAX_LISTENERS) listeners.delete(listeners.keys().next().value ?? '');
	listeners.set(batchId, listener);
	return () => listeners.delete(batchId);
}

export function tellAcknowledged(batchId: string): void {
	listeners.get(batchId)?.();
	listeners.delete(batchId);
}
