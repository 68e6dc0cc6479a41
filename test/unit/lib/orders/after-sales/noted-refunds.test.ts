import { noteRefund, notedRefunds } from '../../../../../lib/orders/after-sales/noted-refunds';
import type { RefundToRecord } from '../../../../../lib/orders/after-sales/refund';
import { fakeOdoo } from '../../odoo/fake-odoo';

const REFUND: RefundToRecord = {
	...{ mchid: '1900000001', out_trade_no: 'SHOP1', transaction_id: '42', refund_id: '50' },
	...{ refund_status: 'SUCCESS', refund_fen: 1234, total_fen: 24800, currency: 'CNY' },
};

const noteOf = async (refund: RefundToRecord) => {
	const odoo = fakeOdoo(() => ({ ids: [1], messages: [] }));
	await noteRefund(odoo, 7, refund);
	const [row] = odoo.calls[0]?.params?.data as string[][];
	return { externalId: row?.[0], body: row?.at(-1) };
};

it('notes each state of a refund once', async () => {
	expect(await noteOf(REFUND)).toEqual({
		externalId: 'wechat_refund.1900000001_50_note',
		body: '<p>WeChat Pay refund 50: SUCCESS, 12.34 CNY</p>',
	});
	expect(await noteOf({ ...REFUND, refund_status: 'ABNORMAL' })).toMatchObject({
		externalId: 'wechat_refund.1900000001_50_note_abnormal',
	});
});

it('reads successful refunds, each once, and believes no note that a person wrote', async () => {
	const bodies = [
		'<p>WeChat Pay refund 50: SUCCESS, 12.34 CNY</p>',
		'<p>WeChat Pay refund 50: SUCCESS, 12.34 CNY</p>',
		'<p>WeChat Pay refund 51: ABNORMAL, 1.00 CNY</p>',
		'<p>WeChat Pay refund 52: SUCCESS, 0.66 CNY</p>',
		'<p>WeChat Pay refund 53: SUCCESS, 99.00 CNY</p>',
	];
	const odoo = fakeOdoo(({ method, ids = [] }) =>
		method === 'get_metadata'
			? ids.map((id) => ({ id, xmlids: id === 4 ? [] : [{ xmlid: `wechat_refund.${id}` }] }))
			: bodies.map((body, id) => ({ id, body })),
	);
	expect([...(await notedRefunds(odoo, 7, 'CNY'))]).toEqual([
		['50', 1234],
		['52', 66],
	]);
});
