import { recordRefund } from '../../../lib/orders/after-sales/record-refund';
import type { OdooClient } from '../../../lib/odoo/client';
import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import { isBefore } from '../../../tools/services/odoo-versions';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { runSql } from '../../../tools/services/odoo-python';
import { seenOrders } from '../support/seen-orders';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

interface Row {
	id: number;
	[field: string]: unknown;
}

/** Settings of a customer's Odoo that are no errors. */
describe.each(VERSIONS)('Buyers and books in Odoo %s', (version) => {
	const shop = useShop(version);
	const [protocol] = protocolsOf(version);
	const admin = () => shop().admin;

	let client: OdooClient;
	let product: number;
	beforeAll(async () => {
		client = await shop().connect(protocol);
		product = shop().product(1000);
	});
	const sold = (price = 1000, quantity = 1) => payment([{ product, quantity, price }]);
	const find = async (model: string, domain: unknown[], fields: string[]) =>
		await admin().call<Row[]>(model, 'search_read', [domain, fields]);

	it('record the price that was paid under a pricelist whose discount is shown on the line', async () => {
		const [pricelist] = await find('product.pricelist', [['currency_id.name', '=', 'CNY']], ['id']);
		const item = { pricelist_id: pricelist?.id, applied_on: '3_global', percent_price: 10 };
		const rule = await admin().call<number>('product.pricelist.item', 'create', [
			{ ...item, compute_price: 'percentage' },
		]);
		const setting = isBefore(version, '18') ? 'group_discount_per_so_line' : undefined;
		const values = { group_product_pricelist: true, ...(setting && { [setting]: true }) };
		const settings = await admin().call<number>('res.config.settings', 'create', [values]);
		await admin().call('res.config.settings', 'execute', [[settings]]);
		if (!isBefore(version, '19')) {
			const group = await admin().call<[string, number]>(
				'ir.model.data',
				'check_object_reference',
				['sale', 'group_discount_per_so_line'],
			);
			const users = await admin().call<number[]>('res.users', 'search', [[]]);
			await admin().call('res.users', 'write', [users, { group_ids: [[4, group[1]]] }]);
		} else if (isBefore(version, '17')) {
			const policy = { discount_policy: 'without_discount' };
			await admin().call('product.pricelist', 'write', [[pricelist?.id], policy]);
		}
		const [recorded] = await record(await shop().connect(protocol), [sold()]);
		await admin().call('product.pricelist.item', 'unlink', [[rule]]);
		expect(recorded).toMatchObject({ status: 'reserved', amount_total: '10.00' });
	});

	it('record an order whose buyer was moved to another company, for a new contact', async () => {
		const order = sold();
		await record(client, [order]);
		const { openid } = order.payment.payer ?? {};
		const buyers = await find('res.partner', [['ref', '=', openid]], ['id']);
		const company = await admin().call<number>('res.company', 'create', [
			{ name: 'Other company' },
		]);
		const ids = buyers.map(({ id }) => id);
		await admin().call('sale.order', 'write', [
			(await seenOrders(shop(), order)).map(({ id }) => id),
			{ client_order_ref: order.payment.transaction_id },
		]);
		await moveContacts(ids, company);
		const next: PaidOrder = sold();
		next.payment.payer = { ...(openid && { openid }) };
		const again: PaidOrder = sold();
		again.payment.payer = { ...(openid && { openid }) };
		expect(await record(client, [next, again])).toMatchObject([
			{ status: 'reserved' },
			{ status: 'reserved' },
		]);
		const all = await find('res.partner', [['ref', '=', openid]], ['company_id']);
		expect(all.map(({ company_id: of }) => Boolean(of)).sort()).toEqual([false, true]);
	});

	/** Odoo lets nobody move a contact with orders; a person who archives them first can. */
	const moveContacts = async (ids: number[], company: number) => {
		await runSql(
			shop(),
			`UPDATE res_partner SET company_id = ${company} WHERE id IN (${ids.join()})`,
		);
	};

	it('ask a person once for a rate when the company keeps its books in another currency', async () => {
		const ofRate = [['summary', '=', 'No exchange rate for CNY']];
		const fresh = await shop().connect(protocol);
		const rates = await find('res.currency.rate', [['currency_id.name', '=', 'CNY']], ['id']);
		await admin().call('res.currency.rate', 'unlink', [rates.map(({ id }) => id)]);
		fresh.remember = async (_, ask) => await ask();
		expect(await record(fresh, [sold()])).toMatchObject([{ status: 'reserved' }]);
		expect(await record(fresh, [sold()])).toMatchObject([{ status: 'reserved' }]);
		expect(await find('mail.activity', ofRate, ['note'])).toMatchObject([
			{ note: expect.stringContaining('no rate for CNY') },
		]);
	});

	it('give buyers without an address the country and the fiscal position of the node', async () => {
		const [india] = await find('res.country', [['code', '=', 'IN']], ['id']);
		const position = await admin().call<number>('account.fiscal.position', 'create', [
			{ name: 'Interstate' },
		]);
		const options = { taxes: 'odoo', noAddressFiscalPositionId: position } as const;
		const order = sold();
		const [recorded] = await record(client, [order], {
			...options,
			defaultCountryId: india?.id ?? 0,
		});
		const orders = [['id', '=', recorded?.sale_order_id]];
		const [row] = await find('sale.order', orders, ['fiscal_position_id', 'partner_id']);
		expect(row?.fiscal_position_id).toEqual([position, 'Interstate']);
		const [buyer] = await find(
			'res.partner',
			[['ref', '=', order.payment.payer?.openid]],
			['country_id'],
		);
		expect(buyer?.country_id).toEqual([india?.id, 'India']);
	});

	it('cancel an order of two part refunds that make the whole, without credit notes', async () => {
		const order = sold(1000);
		await record(client, [order]);
		const { mchid, out_trade_no, transaction_id, total_fen } = order.payment;
		const refund = async (refund_id: string, refund_fen: number, refund_status = 'SUCCESS') =>
			await recordRefund(
				client,
				{
					...{ mchid, out_trade_no, transaction_id, total_fen, currency: 'CNY' },
					...{ refund_id, refund_fen, refund_status: refund_status as 'SUCCESS' },
				},
				{ creditNote: false, cancelWhenRefunded: true, dryRun: false },
			);
		const id = transaction_id.slice(-16);
		expect(await refund(`501${id}`, 400)).toMatchObject({ state: 'sale' });
		expect(await refund(`501${id}`, 400)).toMatchObject({ state: 'sale' });
		expect(await refund(`502${id}`, 600, 'ABNORMAL')).toMatchObject({ state: 'sale' });
		expect(await refund(`502${id}`, 600)).toMatchObject({ status: 'recorded', state: 'cancel' });
	});
});
