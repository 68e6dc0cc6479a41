import { declareToCustoms } from '../../../../../lib/wechat-pay/customs/declare';
import {
	getDeclarations,
	redeclareToCustoms,
} from '../../../../../lib/wechat-pay/customs/order-declarations';
import { verifyIdentity } from '../../../../../lib/wechat-pay/customs/verify-identity';
import type { WechatPayAccount } from '../../../../../lib/wechat-pay/keys/account';
import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import type { Payment, Sandbox } from '../../../../../sandbox/index';
import { sharedSandbox } from '../../../../support/shared-sandbox';
import { testContext } from '../context';

const office = { customs: 'GUANGZHOU_ZS', merchant_customs_no: '4401960XYZ' };
const buyer = { certificate_id: '11010519491231002x', certificate_name: ' 张三 ' };
const WRITES = {
	global: '/v3/global/customs',
	mainland: '/cgi-bin/mch/customs/customdeclareorder',
};
const context = testContext();

describe.each(['global', 'mainland'] as const)('customs declarations, %s', (paths) => {
	let sandbox: Sandbox;
	let account: WechatPayAccount;
	beforeAll(async () => {
		sandbox = await sharedSandbox();
		account = openAccount({ ...sandbox.credential, paths });
	});
	afterEach(() => {
		sandbox.faults.clear();
		Object.assign(sandbox.customsRules, {
			outcome: 'SUCCESS',
			explanation: '',
			offices: undefined,
		});
	});
	afterAll(async () => sandbox.stop());

	const declare = async (
		{ transaction_id }: Payment,
		more: Partial<Parameters<typeof declareToCustoms>[2]> = {},
	) => declareAll({ transaction_id }, more).then(({ declarations }) => declarations);
	const declareAll = async (
		key: { transaction_id: string },
		more: Partial<Parameters<typeof declareToCustoms>[2]> = {},
	) => declareToCustoms(account, key, { office, parts: [], ...more }, context);
	const of = ({ transaction_id }: Payment) =>
		sandbox.declarations().filter((one) => one.transaction_id === transaction_id);
	const living = (payment: Payment) => of(payment).filter((one) => !one.void);
	const split = ({ out_trade_no }: Payment, first: number, second: number) => [
		{ sub_order_no: `${out_trade_no}-1`, product_fee: first - 10, transport_fee: 10 },
		{ sub_order_no: `${out_trade_no}-2`, product_fee: second, transport_fee: 0 },
	];

	it('are made once, and come to SUCCESS by being asked about', async () => {
		const payment = sandbox.pay({ total: 19900 });
		const states: string[] = [];
		for (let run = 0; run < 4; run++) states.push((await declare(payment))[0]?.state ?? '');
		expect(states).toEqual(['UNDECLARED', 'PROCESSING', 'SUCCESS', 'SUCCESS']);
		expect(of(payment)).toHaveLength(1);
		const found = await getDeclarations(account, payment, office, context);
		expect(found).toMatchObject({
			...office,
			mchid: sandbox.merchant.mchid,
			out_trade_no: payment.out_trade_no,
			transaction_id: payment.transaction_id,
			total_fen: 19900,
			left_fen: 19900,
			declared_fen: 19900,
			state: 'SUCCESS',
			declarations: [
				{
					...office,
					order_fee: 19900,
					state: 'SUCCESS',
					verify_department: 'UNIONPAY',
					action: 'unchanged',
				},
			],
		});
		expect(Date.parse(found.declarations[0]?.modify_time ?? '')).not.toBeNaN();
	});

	it('declare the full price of an order that was paid with a coupon', async () => {
		const payment = sandbox.pay({
			total: 19900,
			promotion_detail: [{ coupon_id: 'C', amount: 900 }],
		});
		expect(await declare(payment)).toMatchObject([{ order_fee: 19900 }]);
	});

	it('follow a refund: the old one is void, and the new one is what is left', async () => {
		const payment = sandbox.pay({ total: 19900 });
		await declare(payment);
		sandbox.refund(payment, { refund: 4900, status: 'PROCESSING' });
		expect(await declare(payment)).toMatchObject([{ order_fee: 15000, action: 'changed' }]);
		expect(await declare(payment)).toMatchObject([{ order_fee: 15000, action: 'unchanged' }]);
		expect(living(payment)).toMatchObject([{ order_fee: 15000 }]);
		expect(of(payment)).toHaveLength(2);
	});

	it('declare nothing of an order that was refunded as a whole', async () => {
		const payment = sandbox.pay({ total: 500 });
		sandbox.refund(payment, { refund: 500 });
		expect(await declareAll(payment)).toMatchObject({ state: 'REFUNDED', declarations: [] });
		expect(of(payment)).toEqual([]);
	});

	it('have each part of a split order, which share a refund', async () => {
		const payment = sandbox.pay({ total: 3000 });
		const parts = split(payment, 1000, 2000);
		expect(await declare(payment, { parts })).toMatchObject([
			{ sub_order_no: parts[0]?.sub_order_no, order_fee: 1000, transport_fee: 10 },
			{ sub_order_no: parts[1]?.sub_order_no, order_fee: 2000, sub_order_id: expect.any(String) },
		]);
		sandbox.refund(payment, { refund: 300 });
		const after = await declare(payment, { parts });
		expect(after.map(({ order_fee, action }) => [order_fee, action])).toEqual([
			[900, 'changed'],
			[1800, 'changed'],
		]);
		expect(living(payment).map(({ order_fee }) => order_fee)).toEqual([900, 1800]);
		await expect(declare(payment)).rejects.toMatchObject({ code: 'WECHAT_CUSTOMS_SPLIT_CHANGED' });
	});

	it('list all of 50 parts', async () => {
		const payment = sandbox.pay({ total: 5000 });
		const parts = Array.from({ length: 50 }, (_, index) => ({
			sub_order_no: `${payment.out_trade_no}-${index}`,
			product_fee: 100,
			transport_fee: 0,
		}));
		await declare(payment, { parts });
		expect(await declare(payment, { parts })).toHaveLength(50);
		expect(of(payment)).toHaveLength(50);
	});

	it.each(['dropped', 'error'] as const)(
		'are not made twice when the answer is %s',
		async (kind) => {
			const payment = sandbox.pay({ total: 800 });
			const fault = { kind, done: true, path: WRITES[paths], method: 'POST' as const };
			sandbox.faults.add({ ...fault, times: 1 });
			expect(await declare(payment)).toMatchObject([{ order_fee: 800 }]);
			expect(living(payment)).toHaveLength(1);
			sandbox.faults.add({ ...fault });
			sandbox.refund(payment, { refund: 100 });
			const method = paths === 'global' ? ('PATCH' as const) : ('POST' as const);
			sandbox.faults.clear();
			sandbox.faults.add({ ...fault, method, times: 1 });
			await declare(payment);
			expect(living(payment)).toMatchObject([{ order_fee: 700 }]);
		},
	);

	it('are sent again by themselves after a disturbance, and after a refusal only when asked', async () => {
		const payment = sandbox.pay({ total: 800 });
		Object.assign(sandbox.customsRules, { outcome: 'EXCEPT' });
		for (let run = 0; run < 2; run++) await declare(payment);
		expect(await declare(payment)).toMatchObject([{ action: 'redeclared', state: 'SUBMITTED' }]);
		Object.assign(sandbox.customsRules, {
			outcome: 'FAIL',
			explanation: '支付人与订购人信息不一致',
		});
		for (let run = 0; run < 2; run++) await declare(payment);
		expect(await declare(payment)).toMatchObject([
			{ action: 'unchanged', state: 'FAIL', explanation: '支付人与订购人信息不一致' },
		]);
		expect(await declare(payment, { again: true })).toMatchObject([{ action: 'changed' }]);
		expect(living(payment)).toHaveLength(1);
	});

	it('are pushed again by hand once customs had them, and not before', async () => {
		const payment = sandbox.pay({ total: 800 });
		const again = async () => redeclareToCustoms(undefined, account, payment, office, context);
		await expect(again()).rejects.toMatchObject({ code: 'WECHAT_CUSTOMS_NOT_DECLARED' });
		await declare(payment);
		await expect(again()).rejects.toMatchObject({ code: 'WECHAT_CUSTOMS_REFUSED' });
		await declare(payment);
		expect(await again()).toMatchObject({
			state: 'PROCESSING',
			declarations: [{ state: 'SUBMITTED', action: 'redeclared' }],
		});
	});

	it('say what to register when the office is not', async () => {
		sandbox.customsRules.offices = [{ ...office, customs: 'NINGBO' }];
		await expect(declare(sandbox.pay({ total: 800 }))).rejects.toMatchObject({
			code: 'WECHAT_CUSTOMS_REFUSED',
			message: expect.stringContaining('未在当前海关备案'),
			nextStep: expect.stringContaining('自助清关'),
		});
	});

	it('of an unpaid order are refused', async () => {
		const { out_trade_no } = sandbox.order({ total: 100 });
		await expect(
			declareToCustoms(account, { out_trade_no }, { office, parts: [] }, context),
		).rejects.toMatchObject({ code: 'WECHAT_ORDER_NOT_REFUNDABLE' });
	});

	it('take the identity of the buyer where this side takes it, and never repeat it', async () => {
		const payment = sandbox.pay({ total: 800 });
		const check = async (person: typeof buyer) =>
			paths === 'global'
				? verifyIdentity(account, payment, office, undefined, person, context)
				: (await declare(payment, { identity: person, again: true }))[0];
		if (paths === 'global') await declare(payment);
		else {
			await expect(
				verifyIdentity(account, payment, office, undefined, buyer, context),
			).rejects.toMatchObject({ code: 'WECHAT_CUSTOMS_IDENTITY_IN_DECLARE' });
		}
		const answer = await check(buyer);
		expect(answer).toMatchObject({ certificate_check_result: 'SAME' });
		expect(JSON.stringify([answer, sandbox.declarations(), sandbox.calls()])).not.toMatch(
			/19491231002|张三/,
		);
		if (paths === 'mainland') return;
		const other = { ...buyer, certificate_name: '李四' };
		expect(await check(other)).toMatchObject({ certificate_check_result: 'DIFFERENT' });
		await expect(check({ ...buyer, certificate_id: 'E12345678' })).rejects.toMatchObject({
			code: 'WECHAT_CUSTOMS_IDENTITY_INVALID',
		});
	});
});

test('a price in another currency is declared in yuan at the rate of the order, cut off', async () => {
	const sandbox = await sharedSandbox();
	const account = openAccount({ ...sandbox.credential, paths: 'global' });
	const { transaction_id } = sandbox.pay({
		total: 1999,
		currency: 'USD',
		exchange_rate: { type: 'SETTLEMENT_RATE', rate: 712345678 },
	});
	const ask = async () =>
		declareToCustoms(account, { transaction_id }, { office, parts: [] }, context);
	expect(await ask()).toMatchObject({ left_fen: 14239, declarations: [{ order_fee: 14239 }] });
	expect(await ask()).toMatchObject({ declarations: [{ order_fee: 14239, action: 'unchanged' }] });
	await sandbox.stop();
});

test('on the mainland, declarations need the APIv2 key', async () => {
	const sandbox = await sharedSandbox();
	const account = openAccount({ ...sandbox.credential, paths: 'mainland', apiV2Key: '' });
	const { transaction_id } = sandbox.pay({ total: 100 });
	await expect(
		declareToCustoms(account, { transaction_id }, { office, parts: [] }, context),
	).rejects.toMatchObject({ code: 'WECHAT_API_V2_KEY_MISSING' });
	await sandbox.stop();
});
