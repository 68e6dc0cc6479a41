import type { NotificationContent, Notified } from './notification';

/** An event of a product that has nothing to do with orders. */
export interface UnrelatedEvent {
	event_type: string;
	original_type: string;
	summary: string;
	resource: Record<string, unknown>;
}

const EXAMPLES = {
	payScore: ({ mchid, appid }: Notified): UnrelatedEvent => ({
		event_type: 'PAYSCORE.USER_OPEN_SERVICE',
		original_type: 'payscore',
		summary: '签约成功',
		resource: {
			appid,
			mchid,
			out_request_no: '1234323JKHDFE1243252',
			service_id: '500001',
			openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
			user_service_status: 'USER_OPEN_SERVICE',
			openorclose_time: '20180225112233',
		},
	}),
	/** Labelled like a payment: only `original_type` differs. */
	profitSharing: ({ mchid }: Notified): UnrelatedEvent => ({
		event_type: 'TRANSACTION.SUCCESS',
		original_type: 'profitsharing',
		summary: '分账',
		resource: {
			mchid,
			transaction_id: '4200000000000000000000000001',
			order_id: '1217752501201407033233368018',
			out_order_no: 'P20150806125346',
			receiver: { type: 'MERCHANT_ID', account: mchid, amount: 100, description: '分给商户' },
			success_time: '2018-06-08T10:34:56+08:00',
		},
	}),
	/** Labelled like a payment in both places: only `trade_state` is missing. */
	debit: ({ mchid, appid }: Notified): UnrelatedEvent => ({
		event_type: 'TRANSACTION.SUCCESS',
		original_type: 'transaction',
		summary: '扣款成功',
		resource: {
			appid,
			mchid,
			out_trade_no: 'DEBIT20150806125346',
			transaction_id: '4200000000000000000000000002',
			debt_state: 'NORMAL',
			amount: { total: 100, currency: 'CNY' },
		},
	}),
	securityEcho: ({ mchid }: Notified): UnrelatedEvent => ({
		event_type: 'SECURITY_ECHO.SUCCESS',
		original_type: 'security_echo',
		summary: '回声测试',
		resource: { mchid, echo_message: 'hello' },
	}),
	complaint: (): UnrelatedEvent => ({
		event_type: 'COMPLAINT.CREATE',
		// As in WeChat's own sample.
		original_type: '',
		summary: '产生新投诉',
		resource: { complaint_id: '200201820200101080076610000', action_type: 'CREATE_COMPLAINT' },
	}),
};

export type EventExample = keyof typeof EXAMPLES;

export function unrelatedEvent(
	example: EventExample,
	notified: Notified,
	replaced: Partial<UnrelatedEvent> = {},
): UnrelatedEvent {
	return { ...EXAMPLES[example](notified), ...replaced };
}

export const unrelatedNotice = (event: UnrelatedEvent): NotificationContent => ({
	eventType: event.event_type,
	originalType: event.original_type,
	summary: event.summary,
	resource: event.resource,
});
