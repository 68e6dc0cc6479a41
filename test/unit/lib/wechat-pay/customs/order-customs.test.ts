import { orderCustoms } from '../../../../../lib/wechat-pay/customs/order-customs';

const office = { customs: 'NINGBO', merchant_customs_no: '33' };
const numbers = { appid: 'wx', out_trade_no: 'SHOP1', transaction_id: '42' };
const of = (left_fen: number, states: string[]) =>
	orderCustoms(
		'19',
		{ ...numbers, total_fen: 300, left_fen },
		office,
		states.map((state) => ({
			...office,
			order_fee: 100,
			state,
			explanation: 'no',
			action: 'unchanged',
		})),
	);

it.each([
	[[], 'UNDECLARED'],
	[['SUCCESS', 'SUCCESS'], 'SUCCESS'],
	[['SUCCESS', 'UNDECLARED'], 'PROCESSING'],
	[['EXCEPT', 'FAIL'], 'FAIL'],
	[['EXCEPT', 'SUCCESS'], 'EXCEPT'],
])('declarations that are %j are together %s', (states, state) => {
	expect(of(300, states)).toMatchObject({ state, declared_fen: 100 * states.length });
});

it('nothing is left to declare of a refunded order, whatever was declared', () => {
	expect(of(0, ['SUCCESS'])).toMatchObject({ state: 'REFUNDED' });
});
