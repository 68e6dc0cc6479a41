import { acceptAfterSale } from '../../../../../lib/wechat-shop/after-sales/after-sales';
import { scripted } from '../../wechat-api/context';
import { SHOP_ACCOUNT } from '../shop-account';

const as = (type: string, status: string) => ({
	body: { errcode: 0, after_sale_order: { after_sale_order_id: '1768', type, status } },
});
const done = { body: { errcode: 0 } };

async function accept(step: 'agree' | 'refund', replies: Array<typeof done>) {
	const { context, asked } = scripted(replies);
	const outcome = await acceptAfterSale(SHOP_ACCOUNT, '1768', step, context).catch(
		(error: unknown) => error,
	);
	const decisions = asked.filter(({ url }) => url.includes('acceptapply'));
	return { outcome, decisions: decisions.map(({ body }) => JSON.parse(body ?? '') as object) };
}

it('agrees to a return once: a second acceptance would pay the buyer', async () => {
	const first = await accept('agree', [
		...[as('RETURN', 'MERCHANT_PROCESSING'), done, as('RETURN', 'USER_WAIT_RETURN')],
	]);
	expect(first.decisions).toEqual([{ after_sale_order_id: '1768', accept_type: 1 }]);
	const again = await accept('agree', [as('RETURN', 'USER_WAIT_RETURN')]);
	expect(again.decisions).toEqual([]);
	expect(again.outcome).toMatchObject({ status: 'USER_WAIT_RETURN' });
});

it.each([
	['refund', 'REFUND', 'USER_CANCELD'],
	['refund', 'RETURN', 'MERCHANT_PROCESSING'],
	['agree', 'REFUND', 'MERCHANT_PROCESSING'],
] as const)('does not %s a %s in %s', async (step, type, status) => {
	const { outcome, decisions } = await accept(step, [as(type, status)]);
	expect(outcome).toMatchObject({ code: 'SHOP_AFTER_SALE_STATUS' });
	expect(decisions).toEqual([]);
});
