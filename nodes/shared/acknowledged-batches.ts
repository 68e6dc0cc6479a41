import { BoundedMap } from '../../lib/core/bounded-map';

/**
 * Tells the trigger when all notifications of a batch have passed Acknowledge Notification. Only within
 * this process: a worker of n8n's queue mode reports nothing.
 */
const listeners = new BoundedMap<string, () => void>(1000);

/** @returns stops listening */
export function onAcknowledged(batchId: string, listener: () => void): () => void {
	listeners.set(batchId, listener);
	return () => listeners.delete(batchId);
}

export function reportAcknowledged(batchId: string): void {
	listeners.get(batchId)?.();
	listeners.delete(batchId);
}
