import { toReceived } from '../../../../../nodes/WechatShopTrigger/shared/to-arrival';

const item = {
	shop_appid: 'wxfedcba9876543210',
	shop_event: { sku_id: '3095' },
	notification: { id: 'one', event_type: 'stock', create_time: '', api: 'push' as const },
};

it('sends each subject to its own output, and names what the event is about in the log', () => {
	const subjects = ['order', 'afterSale', 'stock'] as const;
	const received = subjects.map((subject) => toReceived({ kind: 'event', subject, item }));
	expect(received).toMatchObject([0, 1, 2].map((output) => ({ arrival: { output } })));
	expect(received[2]).toMatchObject({ log: ['stock of SKU 3095'], arrival: { format: 'push' } });
});

it('acknowledges what is ignored with the text that a push wants', () => {
	expect(toReceived({ kind: 'ignored', event_type: 'x' })).toMatchObject({ format: 'push' });
});
