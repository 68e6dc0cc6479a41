import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { WatchedState } from '../../../lib/changes/emitted-states';
import type { PushStatus } from '../../../lib/changes/watcher-settings';
import type { EventName } from './events';

/** How a change was found; becomes the item's `trigger`. */
export interface ChangeSource {
	event: EventName;
	source: 'push' | 'poll';
	push: PushStatus;
	/** The earliest time the states were read, in milliseconds since 1970. */
	asOf: number;
}

/** One item per record with its newest state. Of two items of a record, the one with the later `as_of` is newer. */
export const toItems = (
	changed: WatchedState[],
	{ event, source, push, asOf }: ChangeSource,
): INodeExecutionData[] => {
	const trigger = {
		event,
		source,
		odoo_pushes: push.pushed,
		...(!push.pushed && { why_not: push.why }),
	};
	const as_of = new Date(asOf).toISOString();
	return changed.map(({ json }) => ({ json: { ...(json as IDataObject), as_of, trigger } }));
};
