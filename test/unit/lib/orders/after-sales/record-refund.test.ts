import { IntegrationError } from '../../../../../lib/core/errors';
import {
	recordRefund,
	type RefundOptions,
} from '../../../../../lib/orders/after-sales/record-refund';
import type { RefundToRecord } from '../../../../../lib/orders/after-sales/refund';
import { fakeOdoo } from '../../odoo/fake-odoo';

const REFUND: RefundToRecord = {
	mchid: '1900000001',
	out_trade_no: 'SHOP1',
	transaction_id: '42',
	refund_id: '50',
	refund_status: 'SUCCESS',
	refund_fen: 24800,
	total_fen: 24800,
	currency: 'CNY',
};
const OPTIONS = { creditNote: true, cancelWhenRefunded: true, dryRun: false };
const unknown = new IntegrationError({
	...{ code: 'ODOO_EXTERNAL_ID_UNKNOWN', message: '', likelyCause: '', nextStep: '' },
});

interface Shop {
	state?: string;
	delivered?: boolean;
	products?: number;
	/** Total of each credit note of the order, as Odoo has it. */
	credited?: number[];
	rejectsCreditNote?: boolean;
}

/** The notes of an order after this refund. */
const noted = ({ refund_id, refund_status, refund_fen }: RefundToRecord) => [
	{
		id: 6,
		body: `<p>WeChat Pay refund ${refund_id}: ${refund_status}, ${(refund_fen / 100).toFixed(2)} CNY</p>`,
	},
];

async function record(
	{ state = 'sale', delivered = false, products = 1, credited = [248], ...shop }: Shop = {},
	change: Partial<RefundToRecord> = {},
	options: Partial<RefundOptions> = {},
) {
	let now = state;
	const refund = { ...REFUND, ...change };
	const odoo = fakeOdoo(
		({ model, method, params, ids }) => {
			if (method === 'check_object_reference') {
				return params?.xml_id === '1900000001_42' ? ['sale.order', 1] : Promise.reject(unknown);
			}
			if (method === 'load') {
				const rejection = { type: 'error', message: 'No journal', record: 0 };
				if (model === 'account.move' && shop.rejectsCreditNote)
					return { ids: false, messages: [rejection] };
				return { ids: [6], messages: [] };
			}
			if (method === 'web_search_read') {
				const location_dest_id = { id: 9, usage: 'customer' };
				const state = delivered ? 'done' : 'assigned';
				const move_ids = [{ id: 5, state, product_uom_qty: 1, location_dest_id }];
				const lines = Array.from({ length: products }, () => ({
					id: 4,
					product_id: { id: 41 },
					move_ids,
				}));
				const order = { id: 1, name: 'S1', state: now, amount_total: 248, order_line: lines };
				return { records: [order] };
			}
			if (model === 'mail.message' && method === 'search_read') return noted(refund);
			if (method === 'get_metadata') {
				return ids?.map((id) => ({ id, xmlids: [{ xmlid: `wechat_refund.${id}` }] }));
			}
			if (method === 'has_access') return true;
			if (method === 'action_cancel') return (now = 'cancel');
			if (model !== 'account.move')
				return method === 'search_read' ? [{ id: 1, name: 'S1' }] : true;
			return credited.map((amount_total, index) => ({
				id: 6 + index,
				state: 'draft',
				amount_total,
				invoice_origin: 'S1',
			}));
		},
		['sale_line_id'],
	);
	const result = await recordRefund(odoo, refund, { ...OPTIONS, ...options });
	const written = odoo.calls.flatMap(({ model, method }) => (method === 'load' ? [model] : []));
	return { result, written };
}

it('writes a note and a credit note, and cancels an order that was refunded completely', async () => {
	const { result, written } = await record();
	expect(result).toEqual({
		status: 'recorded',
		sale_order_id: 1,
		name: 'S1',
		state: 'cancel',
		before_payment: false,
		credit_note_id: 6,
		credit_note_state: 'draft',
	});
	expect(written).toEqual(['mail.message', 'account.move', 'mail.message']);
});

it('asks a person about a part refund before the delivery, if chosen', async () => {
	const part = { refund_fen: 10000 };
	const chosen = { reviewPartRefunds: true };
	const { result } = await record({ credited: [100] }, part, chosen);
	expect(result).toMatchObject({ status: 'needs_review', state: 'sale' });
	expect(result.reason).toContain('100.00 CNY of this order was refunded before it was shipped');
	const shipped = await record({ credited: [100], delivered: true }, part, chosen);
	expect(shipped.result).toMatchObject({ status: 'recorded' });
});

it('keeps an order that was refunded in part', async () => {
	const { result } = await record({ credited: [100] }, { refund_fen: 10000 });
	expect(result).toMatchObject({ status: 'recorded', state: 'sale' });
});

it.each<[string, Parameters<typeof record>]>([
	['was refunded completely, but goods of it have left', [{ delivered: true }]],
	['but it is still confirmed', [{}, {}, { cancelWhenRefunded: false }]],
	['was refunded before its payment was recorded', [{ state: 'draft', products: 0 }]],
	['The total of the credit note is 280.24', [{ credited: [280.24] }]],
	['credit notes of 496.00 CNY for an order of 248.00 CNY', [{ credited: [248, 248] }]],
	[
		'no credit note was created. Odoo rejected the credit note. No journal.',
		[{ rejectsCreditNote: true }],
	],
	["the buyer's account cannot receive it", [{}, { refund_status: 'ABNORMAL' }]],
	['was closed', [{}, { refund_status: 'CLOSED' }]],
])('asks a person to act: … %s …', async (reason, shop) => {
	const { result, written } = await record(...shop);
	expect(result).toMatchObject({
		status: 'needs_review',
		reason: expect.stringContaining(reason),
	});
	expect(written).toContain('mail.activity');
});

it('writes nothing in a preview', async () => {
	const { result, written } = await record({}, {}, { dryRun: true });
	expect(result).toMatchObject({ status: 'recorded', state: 'sale', dry_run: true });
	expect(written).toEqual([]);
});

/** A refund of an acquirer: its event does not say what the order came to. */
const withoutTotal: Partial<RefundToRecord> = { refund_fen: 10000 };

async function ofAcquirer(shop: Shop, change: Partial<RefundToRecord>, options = {}) {
	const { total_fen, ...rest } = { ...REFUND, ...withoutTotal, ...change };
	expect(total_fen).toBe(24800);
	return await record(shop, { ...rest, total_fen: undefined } as never, options);
}

it("compares a refund without a total with the order's own total", async () => {
	const part = await ofAcquirer({ credited: [100] }, {});
	expect(part.result).toMatchObject({ status: 'recorded', state: 'sale' });
	const rest = await ofAcquirer({ credited: [100, 148] }, { refund_fen: 10000 });
	expect(rest.result).toMatchObject({ status: 'recorded', state: 'cancel' });
});

const announced = '2026-11-21T03:00:00Z';
const unknownPayment = { transaction_id: '43', announced };
const hoursLater = (hours: number) => ({
	onlyKnownPayments: Date.parse(announced) + hours * 3600_000,
});

it('leaves a refund of an unknown payment alone after a day, if chosen', async () => {
	const { result, written } = await record({}, unknownPayment, hoursLater(24));
	expect(result).toEqual({ status: 'no_order', before_payment: true });
	expect(written).toEqual([]);
});

it('lets the acquirer send a refund again that arrives before its payment, and then records it', async () => {
	await expect(record({}, unknownPayment, hoursLater(23))).rejects.toMatchObject({
		...{ code: 'REFUND_BEFORE_PAYMENT', retryable: true },
	});
	const { result } = await record({}, { announced }, hoursLater(23));
	expect(result).toMatchObject({ status: 'recorded', before_payment: false });
});

it('keeps a refund that the acquirer says is of WeChat Pay as a draft, as refunds of WeChat itself', async () => {
	const early = { ...unknownPayment, isWechat: true } as const;
	const { result } = await record({}, early, { ...hoursLater(1), dryRun: true });
	expect(result).toEqual({ status: 'recorded', before_payment: true, dry_run: true });
});
