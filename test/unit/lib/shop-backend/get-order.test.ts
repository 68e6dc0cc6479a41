import { getShopOrder } from '../../../../lib/shop-backend/get-order';
import { order, ORDER, SECRET, startBackend, type Parts } from './check/wrong-backends';

async function get(out_trade_no: string, parts: Partial<Parts> = {}) {
	const { url, stop } = await startBackend(parts);
	const backend = { url, secret: SECRET, timeoutMs: 3_000 };
	const question = { mchid: '1', out_trade_no, transaction_id: '2', total_fen: 3 };
	const stamp = () => ({ id: 'msg_1', now: Date.now() });
	return await getShopOrder(backend, question, stamp).finally(stop);
}

it('gets an order of the second version of the contract', async () => {
	expect(await get(ORDER)).toEqual(order);
});

it('gets the basket from a backend of the first version', async () => {
	const basket = { lines: [] };
	expect(await get(ORDER, { basket })).toEqual(basket);
});

it('knows no order that neither version knows', async () => {
	expect(await get('SHOP0')).toBeUndefined();
});

it('asks no second time where the backend fails', async () => {
	const before = async () => await Promise.resolve({ status: 503, body: '' });
	await expect(get(ORDER, { before })).rejects.toMatchObject({ code: 'SHOP_REFUSED' });
});
