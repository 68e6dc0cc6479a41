import type { IntegrationError } from '../../../lib/core/errors';
import type {
	AcceptedNotification,
	ReceivedItem,
} from '../../../lib/wechat-pay/notification/notification';
import type { Arrival, ArrivalPart } from '../../shared/receiving/arrival';
import { itemIdentity } from '../../shared/notification-answers';

/** The outputs of the trigger, by what they are for. A refund never takes the way of a payment. */
export const OUTPUTS = ['payment', 'refund', 'complaint'] as const satisfies Array<
	AcceptedNotification['kind']
>;

/**
 * A notification of WeChat Pay as any trigger passes it on. A combined order with a part that could not be
 * read is never acknowledged as a whole: WeChat sends it again.
 *
 * @returns also n8n's log lines, and what could not be read
 */
export function toArrival(notification: AcceptedNotification): {
	arrival: Arrival;
	log: string[];
	problems: IntegrationError[];
} {
	const items = notification.items as ReceivedItem[];
	const parts = items.map((item) => ({
		identity: itemIdentity(item),
		json: item as unknown as ArrivalPart['json'],
	}));
	const problems = notification.kind === 'payment' ? notification.problems : [];
	const [problem] = problems;
	return {
		arrival: {
			identity: parts.map(({ identity }) => identity).join(', '),
			output: OUTPUTS.indexOf(notification.kind),
			parts,
			format: notification.api,
			...(problem && { refusal: problem.code }),
		},
		log: items.map(toLogLine),
		problems,
	};
}

/** The shop's order number connects this line with the order in Odoo. */
function toLogLine({ notification, ...item }: ReceivedItem): string {
	const number = 'complaint_id' in item ? item.complaint_id : item.out_trade_no;
	return `${notification.event_type} of ${number}`;
}
