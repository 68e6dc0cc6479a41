import {
	complained,
	EVENTS,
	ignored,
	isSelected,
	paid,
	type Recipient,
} from '../../../../../lib/wechat-pay/notification/notification';

const receipt = {
	id: 'E1',
	event_type: 'TRANSACTION.SUCCESS',
	create_time: '',
	api: 'v3' as const,
};

it('starts a workflow for payments, unless other events are chosen', () => {
	const recipient = {} as Recipient;
	expect(EVENTS.filter((event) => isSelected(event, recipient))).toEqual(['TRANSACTION.SUCCESS']);
	const chosen = { events: ['REFUND.CLOSED'] } as unknown as Recipient;
	expect(EVENTS.filter((event) => isSelected(event, chosen))).toEqual(['REFUND.CLOSED']);
});

it('has an item with the receipt for each payment', () => {
	const payments = ['1', '2'].map((transaction_id) => ({ transaction_id }));
	expect(paid(payments as never, receipt)).toEqual({
		...{ kind: 'payment', api: 'v3', problems: [] },
		items: payments.map((payment) => ({ ...payment, notification: receipt })),
	});
	expect(complained({ complaint_id: 'C' } as never, receipt)).toMatchObject({
		items: [{ complaint_id: 'C', notification: receipt }],
	});
	expect(ignored('X', 'v2')).toEqual({ kind: 'ignored', event_type: 'X', api: 'v2' });
});
