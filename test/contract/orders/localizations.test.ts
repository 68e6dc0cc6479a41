import type { OdooClient } from '../../../lib/odoo/client';
import { connectOdoo } from '../../../lib/odoo/connect';
import { recordRefund } from '../../../lib/orders/after-sales/record-refund';
import type { RecordOptions } from '../../../lib/orders/model/paid-order';
import { allowingCreditNotes } from '../support/accounting';
import { installLocalizations, localCompany, type LocalCompany } from '../support/localizations';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { runPython } from '../../../tools/services/odoo-python';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

interface Row {
	id: number;
	[field: string]: unknown;
}

/** Companies with the books of their country, which sell to buyers in China. */
describe.each(VERSIONS)(
	'Companies with the localization of their country in Odoo %s',
	(version) => {
		const shop = useShop(
			version,
			async (open) => {
				if (open.server.template !== 'books') await installLocalizations(open.server);
				await allowingCreditNotes(open);
			},
			'books',
		);
		const [protocol] = protocolsOf(version);
		const find = async (model: string, domain: unknown[], fields: string[]) =>
			await shop().admin.call<Row[]>(model, 'search_read', [domain, fields]);

		describe.each(['in', 'ae'] as const)('%s', (country) => {
			let local: LocalCompany;
			let client: OdooClient;
			let china: number;
			beforeAll(async () => {
				local = await localCompany(shop(), country);
				client = await connectOdoo({
					...shop().connection(protocol),
					timeoutMs: 50_000 + local.companyId,
				});
				[china = 0] = await shop().admin.call<number[]>('res.country', 'search', [
					[['code', '=', 'CN']],
				]);
			}, 300_000);
			const options = (more: Partial<RecordOptions> = {}): RecordOptions => {
				const { companyId, pricelistId } = local;
				return { taxes: 'odoo', companyId, pricelistId, ...more };
			};
			const sold = () => payment([{ product: local.product, quantity: 1, price: 11_900 }]);
			const orderOf = async (id = 0) => {
				const fields = ['amount_total', 'amount_tax', 'fiscal_position_id', 'partner_id'];
				const [row] = await find('sale.order', [['id', '=', id]], fields);
				return row;
			};

			it('leave an order whose domestic tax was not paid to a person, with both amounts', async () => {
				const [recorded] = await record(client, [sold()], options());
				expect(recorded).toMatchObject({ status: 'needs_review', state: 'draft' });
				expect(recorded?.reason).toMatch(/The Odoo total includes \d+\.\d\d tax/);
			});

			it('export to a buyer without an address by the country and the fiscal position of the node', async () => {
				const [recorded] = await record(
					client,
					[sold()],
					options({ defaultCountryId: china, noAddressFiscalPositionId: local.exportPosition }),
				);
				if (local.exportIsTaxed) {
					const review = { status: 'needs_review', amount_total: '124.95' };
					return expect(recorded).toMatchObject(review);
				}
				expect(recorded).toMatchObject({ status: 'reserved', amount_total: '119.00' });
				const order = await orderOf(recorded?.sale_order_id);
				expect(order).toMatchObject({ amount_total: 119, amount_tax: 0 });
				expect((order?.fiscal_position_id as [number])[0]).toBe(local.exportPosition);
				const buyers = [['id', '=', (order?.partner_id as [number])[0]]];
				const [buyer] = await find('res.partner', buyers, ['country_id']);
				expect((buyer?.country_id as [number])[0]).toBe(china);
			});

			it('credit a refund of such an order with exactly its amount, in their own books', async () => {
				const order = sold();
				const chosen = options({
					defaultCountryId: china,
					noAddressFiscalPositionId: local.exportPosition,
				});
				const [recorded] = await record(client, [order], chosen);
				const { mchid, out_trade_no, transaction_id, total_fen } = order.payment;
				const refund = {
					...{ mchid, out_trade_no, transaction_id, total_fen, currency: 'CNY' },
					...{ refund_id: `50${transaction_id}`, refund_status: 'SUCCESS' as const },
					refund_fen: 4_567,
				};
				const credited = await recordRefund(client, refund, {
					...{ creditNote: true, cancelWhenRefunded: true, dryRun: false },
				});
				expect(credited).toMatchObject({
					// A draft that waits for a person was refunded.
					status: local.exportIsTaxed ? 'needs_review' : 'recorded',
					sale_order_id: recorded?.sale_order_id,
				});
				if (local.exportIsTaxed) return;
				const notes = [['id', '=', credited.credit_note_id]];
				const fields = ['amount_total', 'currency_id', 'company_id'];
				const [note] = await find('account.move', notes, fields);
				expect(note).toMatchObject({
					amount_total: 45.67,
					company_id: [local.companyId, local.name],
				});
				expect((note?.currency_id as [number, string])[1]).toBe('CNY');
			});

			it('ask a person once for a rate of CNY, in words that name their own currency', async () => {
				await runPython(shop(), "env['res.currency.rate'].search([]).unlink()");
				const fresh = { ...client };
				fresh.remember = async (_, ask) => await ask();
				const chosen = options({ taxes: 'none' });
				for (let notified = 0; notified < 2; notified += 1) {
					expect(await record(fresh, [sold()], chosen)).toMatchObject([{ status: 'reserved' }]);
				}
				const ofRate = await find(
					'mail.activity',
					[
						['summary', '=', 'No exchange rate for CNY'],
						['note', 'like', `as if it were ${local.currency}`],
					],
					['note'],
				);
				expect(ofRate).toHaveLength(1);
			});
		});
	},
);
