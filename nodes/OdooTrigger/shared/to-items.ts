import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Watched } from '../../../lib/changes/watch';
import type { Hearing } from '../../../lib/changes/watcher-settings';
import type { EventName } from './events';

/** How a change was noticed; becomes the item's `trigger`. */
export interface Noticed {
	event: EventName;
	source: 'push' | 'poll';
	hearing: Hearing;
	/** When the states were read, at the earliest; milliseconds since 1970. */
	asOf: number;
}

/** One item for each record, with its newest state. Of two, the one with the later `as_of` is newer. */
export const toItems = (
	news: Watched[],
	{ event, source, hearing, asOf }: Noticed,
): INodeExecutionData[] => {
	const trigger = {
		event,
		source,
		odoo_pushes: hearing.pushed,
		...(!hearing.pushed && { why_not: hearing.why }),
	};
	const as_of = new Date(asOf).toISOString();
	return news.map(({ json }) => ({ json: { ...(json as IDataObject), as_of, trigger } }));
};
