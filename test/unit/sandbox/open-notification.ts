import type { PreparedRequest, Sandbox } from '../../../sandbox';
import { decrypt } from './merchant';

interface Opened {
	event_type: string;
	original_type: string;
	summary: string;
	resource: Record<string, unknown>;
}

/** A notification as a merchant reads it. */
export function opened({ body }: PreparedRequest, { merchant }: Pick<Sandbox, 'merchant'>): Opened {
	const { event_type, summary, resource } = JSON.parse(body) as {
		event_type: string;
		summary: string;
		resource: Parameters<typeof decrypt>[0] & { original_type: string };
	};
	const text = decrypt(resource, merchant.apiV3Key);
	return {
		event_type,
		original_type: resource.original_type,
		summary,
		resource: JSON.parse(text) as Record<string, unknown>,
	};
}
