import type { IDataObject } from 'n8n-workflow';

import type { IntegrationError } from '../../../lib/core/errors';

/** How the sender wants to be answered: JSON of APIv3, XML of APIv2, or the plain text of WeChat's message push. */
export type ReplyFormat = 'v3' | 'v2' | 'push';

/** A payment, refund or event of a notification, answered on its own. */
export interface ArrivalPart {
	/** Equal for all deliveries, and what its acknowledgement names. */
	identity: string;
	/** The n8n item. Its `notification` is completed when it joins a batch. */
	json: IDataObject & { notification: IDataObject };
}

/** A verified notification that starts a workflow. Its parts stay together. */
export interface Arrival {
	/** Equal for all deliveries of the notification. */
	identity: string;
	/** Place of the trigger's output that its parts leave by. */
	output: number;
	parts: ArrivalPart[];
	format: ReplyFormat;
	/** Why it is never acknowledged, although its parts start the workflow: the sender has to send it again. */
	refusal?: string;
}

/** What a trigger has read from a request. */
export type Received =
	/** @property log one line for each part */
	| { kind: 'accepted'; arrival: Arrival; log: string[]; problems: IntegrationError[] }
	/** A question that starts nothing, such as the check of an address. */
	| { kind: 'answer'; text: string }
	/** Genuine, but not for this trigger: acknowledged, or WeChat resends it. */
	| { kind: 'ignored'; event_type: string; format: ReplyFormat }
	/** @property status of the HTTP answer: 4xx blames the sender, 500 our own configuration */
	| { kind: 'refused'; status: number; error: IntegrationError; format: ReplyFormat };
