import { declareToCustoms } from '../../../lib/wechat-pay/customs/declare';
import { openAccount } from '../../../lib/wechat-pay/keys/open-account';
import { openDeclarations } from '../../../lib/customs/open-declarations';
import { recordDeclaration } from '../../../lib/customs/record-declaration';
import { connectOdoo } from '../../../lib/odoo/connect';
import type { OdooClient } from '../../../lib/odoo/client';
import { recordRefund } from '../../../lib/orders/after-sales/record-refund';
import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import { removeSetUp, runSetUp } from '../../../lib/set-up/run-set-up';
import { customsHoldSteps } from '../../../lib/customs/hold-steps';
import { setUpSteps } from '../../../lib/set-up/set-up-steps';
import { seededRandom, type Payment, type Sandbox } from '../../../sandbox';
import { sharedSandbox } from '../../support/shared-sandbox';
import { testContext } from '../../unit/lib/wechat-pay/context';
import { deliver, openDeliveries } from '../support/deliveries';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { useShop } from '../support/shop';
import { VERSIONS } from '../support/versions';

const office = { customs: 'NINGBO', merchant_customs_no: '3302960XYZ' };
const SLOW = 900_000;
const context = testContext();

describe.each(VERSIONS)('The customs hold in Odoo %s', (version) => {
	const shop = useShop(version);
	let administrator: OdooClient;
	let user: OdooClient;
	let sandbox: Sandbox;
	beforeAll(async () => {
		const { login, password } = shop().server.admin;
		administrator = await connectOdoo({ ...shop().connection('xmlrpc'), login, secret: password });
		const steps = setUpSteps({ currencies: ['CNY'], customsWarehouses: ['WH'] });
		const made = await runSetUp(administrator, steps);
		expect(made.filter(({ status }) => !['made', 'exists'].includes(status))).toEqual([]);
		user = await shop().connect('xmlrpc');
		sandbox = await sharedSandbox({ random: seededRandom('customs') });
	}, SLOW);
	afterEach(() => {
		sandbox.faults.clear();
		Object.assign(sandbox.customsRules, { outcome: 'SUCCESS', explanation: '' });
	});
	afterAll(async () => await sandbox?.stop());

	interface Sold {
		id: number;
		order: PaidOrder;
		paid: Payment;
	}

	/** An order that WeChat and Odoo both have, reserved. */
	async function sold(): Promise<Sold> {
		const order = payment([{ product: shop().product(1000), quantity: 3, price: 9900 }]);
		const { out_trade_no, transaction_id, total_fen } = order.payment;
		const paid = sandbox.pay({ out_trade_no, transaction_id, total: total_fen });
		const [recorded] = await record(user, [order]);
		return { id: recorded?.sale_order_id ?? 0, order, paid };
	}

	/** As the workflow does, which may crash before any of its steps. */
	async function sweep(until: 'read' | 'declared' | 'recorded' = 'recorded', again = true) {
		const account = openAccount({ ...sandbox.credential, paths: 'global' });
		const open = await openDeclarations(user, { refundDays: 1, now: Date.now(), limit: 50 });
		if (until === 'read') return;
		for (const { customs_parts: parts, customs_order: of, out_trade_no } of open) {
			const request = { office, parts, scale: true, again: again && of.again };
			const answer = await declareToCustoms(account, { out_trade_no }, request, context);
			if (until === 'declared') continue;
			const { state, declared_fen, explanation } = answer;
			const result = { ...of, state, declared_fen, ...(explanation && { explanation }) };
			await recordDeclaration(user, result, Date.now());
		}
	}

	/** Lets the pause before the next look pass. */
	async function later({ id }: Sold) {
		const vals = { x_wechat_customs_checked: '2020-01-01 00:00:00' };
		await shop().admin.call('sale.order', 'write', [[id], vals]);
	}
	async function settle(one: Sold) {
		for (let run = 0; run < 5; run++) {
			await later(one);
			await sweep();
		}
	}
	async function refund({ order, paid }: Sold, fen: number) {
		const made = sandbox.refund(paid, { refund: fen });
		const { mchid, out_trade_no, transaction_id, total_fen } = order.payment;
		const told = { mchid, out_trade_no, transaction_id, total_fen, currency: 'CNY' };
		const result = {
			refund_id: made.refund_id,
			refund_status: 'SUCCESS' as const,
			refund_fen: fen,
		};
		const options = { creditNote: false, cancelWhenRefunded: false, dryRun: false };
		await recordRefund(user, { ...told, ...result }, options);
	}
	const living = ({ paid }: Sold) =>
		sandbox.declarations().filter((one) => !one.void && one.transaction_id === paid.transaction_id);
	const state = async ({ id }: Sold) => {
		const [row] = await shop().admin.call<Array<Record<string, unknown>>>('sale.order', 'read', [
			[id],
			['x_wechat_customs'],
		]);
		return row?.x_wechat_customs;
	};

	it(
		'refuses to validate a delivery until customs has the payment, whoever validates it',
		async () => {
			const one = await sold();
			await expect(deliver(shop(), one.id)).rejects.toThrow();
			const ids = await openDeliveries(shop(), one.id);
			expect(ids).toHaveLength(1);
			// Over JSON-RPC, Odoo 14 answers refusals with a bare status.
			const validated = async () => administrator.call('stock.picking', 'button_validate', { ids });
			const held = { message: expect.stringContaining('Customs has not accepted') };
			await expect(validated()).rejects.toMatchObject(held);
			await sweep();
			await expect(validated()).rejects.toMatchObject(held);
			expect(await openDeliveries(shop(), one.id)).toEqual(ids);
			expect(await state(one)).toBe('PROCESSING');
			await settle(one);
			expect(await state(one)).toBe('SUCCESS');
			await deliver(shop(), one.id);
			expect(await openDeliveries(shop(), one.id)).toEqual([]);
		},
		SLOW,
	);

	it(
		'holds nothing of orders that a person made',
		async () => {
			const { admin } = shop();
			const partner = await admin.call<number>('res.partner', 'create', [{ name: 'Walk-in' }]);
			const line = { product_id: shop().product(1000), product_uom_qty: 1 };
			const values = { partner_id: partner, order_line: [[0, 0, line]] };
			const id = await admin.call<number>('sale.order', 'create', [values]);
			await admin.call('sale.order', 'action_confirm', [[id]]);
			await deliver(shop(), id);
			expect(await openDeliveries(shop(), id)).toEqual([]);
		},
		SLOW,
	);

	it(
		'asks a person about a refusal, and sends it again when the activity is done',
		async () => {
			const one = await sold();
			Object.assign(sandbox.customsRules, {
				outcome: 'FAIL',
				explanation: '支付人与订购人信息不一致',
			});
			await settle(one);
			expect(await state(one)).toBe('FAIL');
			const domain = [
				['res_model', '=', 'sale.order'],
				['res_id', '=', one.id],
				['summary', '=', 'WeChat customs declaration'],
			];
			const activities = await shop().admin.call<number[]>('mail.activity', 'search', [domain]);
			expect(activities).toHaveLength(1);
			Object.assign(sandbox.customsRules, { outcome: 'SUCCESS', explanation: '' });
			await settle(one);
			expect(await state(one)).toBe('FAIL');
			await shop().admin.call('mail.activity', 'action_feedback', [activities]);
			await settle(one);
			expect(await state(one)).toBe('SUCCESS');
			expect(living(one)).toHaveLength(1);
		},
		SLOW,
	);

	it(
		'declares what was paid less what was refunded, once, in any order of events and crashes',
		async () => {
			const random = seededRandom(`interleavings ${version}`);
			const below = (count: number) => (random(1)[0] ?? 0) % count;
			for (let round = 0; round < 3; round++) {
				const one = await sold();
				let refunded = 0;
				for (let step = 0; step < 8; step++) {
					const event = below(5);
					if (event === 0 && refunded < 20_000) {
						const fen = 100 + below(50) * 100;
						await refund(one, fen);
						refunded += fen;
					} else if (event === 1) {
						const [path, kind] = ['/v3/global/customs', 'dropped' as const];
						sandbox.faults.add({ kind, path, times: 1 + below(2) });
					} else if (event === 2 && (await openDeliveries(shop(), one.id)).length > 0) {
						const before = living(one)[0]?.state;
						const released = await deliver(shop(), one.id).then(
							() => true,
							() => false,
						);
						if (released) expect(before).toBe('SUCCESS');
					} else {
						await later(one);
						await sweep((['read', 'declared', 'recorded', 'recorded'] as const)[below(4)]);
					}
				}
				sandbox.faults.clear();
				await settle(one);
				expect(living(one)).toMatchObject([{ state: 'SUCCESS' }]);
				expect(living(one)[0]?.order_fee).toBe(one.order.payment.total_fen - refunded);
				expect(await state(one)).toBe('SUCCESS');
			}
		},
		SLOW,
	);

	it(
		'ends when set-up removes it',
		async () => {
			const one = await sold();
			await removeSetUp(administrator, customsHoldSteps(['WH']));
			await deliver(shop(), one.id);
			expect(await openDeliveries(shop(), one.id)).toEqual([]);
		},
		SLOW,
	);
});
