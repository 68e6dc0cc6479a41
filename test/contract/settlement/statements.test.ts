import type { IDataObject } from 'n8n-workflow';

import { LEDGER_MODEL } from '../../../lib/settlement/odoo/ledger-model';
import { recordStatement } from '../../../lib/settlement/odoo/record-statement';
import { readStatementRow } from '../../../lib/settlement/statement-row';
import { moneyInOdoo, sum } from '../support/money-in-odoo';
import { codeOf } from '../support/recording';
import { reconciled } from '../support/money-stages';
import { useSettledShop } from '../support/settled-shop';
import { VERSIONS } from '../support/versions';

const settlements = (items: Array<{ json: IDataObject }> = []) =>
	items.map(({ json }) => json.settlement as IDataObject);

/** The ledger, from statements. */
describe.each(VERSIONS)('Statements in Odoo %s', (version) => {
	const shop = useSettledShop(version, reconciled);
	const { entries, orderOf } = moneyInOdoo(shop);

	it('records a statement once, however often and by however many at a time', async () => {
		const items = await shop().statement(0);
		const [recorded, lost] = await shop().run('recordStatement', items);
		expect(lost).toEqual([]);
		expect(settlements(recorded).map(({ status }) => status)).toEqual(items.map(() => 'recorded'));
		const before = await entries();
		expect(before).toHaveLength(items.length * 3);
		const rows = items.flatMap((item) => readStatementRow(item) ?? []);
		const again = await Promise.all([
			shop().run('recordStatement', items),
			recordStatement(shop().user, rows),
			recordStatement(shop().user, rows),
		]);
		expect(settlements(again[0][0]).map(({ status }) => status)).toEqual(items.map(() => 'known'));
		expect(await entries()).toHaveLength(before.length);
		expect(await orderOf(shop().payments[1]!)).toMatchObject({
			x_wechat_money: 'settled',
			x_wechat_paid: shop().payments[1]!.amount.payer_total / 100,
			x_wechat_settled_currency: 'USD',
		});
	});

	it('two that record the same statement at the same moment record it once', async () => {
		const rows = (await shop().statement(1)).flatMap((item) => readStatementRow(item) ?? []);
		const recordAgain = async () => await recordStatement(shop().user, rows).catch(() => undefined);
		await Promise.all([recordAgain(), recordAgain(), recordAgain()]);
		await recordStatement(shop().user, rows);
		const keys = (await entries(['x_date', '=', shop().days[1]])).map(({ x_key }) => x_key);
		expect(keys).toHaveLength(rows.length * 3);
		expect(new Set(keys).size).toBe(keys.length);
	});

	it('appends the difference of a corrected statement, and changes no entry', async () => {
		const [item] = await shop().statement(2);
		await shop().run('recordStatement', [item!]);
		const before = await entries(['x_date', '=', shop().days[2]]);
		const corrected = {
			...item!,
			settlement_total_fen: Number(item!.settlement_total_fen) - 7,
			bill: { ...(item!.bill as IDataObject), sha1: 'f'.repeat(40) },
		};
		const [recorded] = await shop().run('recordStatement', [corrected]);
		expect(settlements(recorded)[0]).toMatchObject({ status: 'corrected' });
		const after = await entries(['x_date', '=', shop().days[2]]);
		expect(after.filter(({ id }) => before.some((entry) => entry.id === id))).toEqual(before);
		expect(sum(after.filter(({ x_leg }) => x_leg === 'settled'))).toBe(
			Number(item!.settlement_total_fen) - 7,
		);
		// And back, so that the payouts agree again.
		const back = { ...item!, bill: { ...(item!.bill as IDataObject), sha1: 'e'.repeat(40) } };
		await shop().run('recordStatement', [back]);
	});

	it('nobody may change or delete an entry, the administrator included', async () => {
		const [entry] = await entries();
		const ids = [entry!.id];
		for (const odoo of [shop().user, shop().administrator]) {
			const write = odoo.call(LEDGER_MODEL.model, 'write', {
				ids,
				params: { vals: { x_amount: 1 } },
			});
			expect(await codeOf(write)).toBe('ODOO_ACCESS_DENIED');
			expect(await codeOf(odoo.call(LEDGER_MODEL.model, 'unlink', { ids }))).toBe(
				'ODOO_ACCESS_DENIED',
			);
		}
		expect((await entries()).find(({ id }) => id === entry!.id)).toEqual(entry);
	});

	it('names a row without an order in Odoo, and records nothing for it', async () => {
		const [item] = await shop().statement(2);
		const unknown = {
			...item!,
			transaction_id: '4200000000209901010000000001',
			out_trade_no: 'NOWHERE',
		};
		const [recorded, lost] = await shop().run('recordStatement', [unknown]);
		expect(recorded).toEqual([]);
		expect(settlements(lost)[0]?.reason).toContain('Run the reconciliation');
	});
});
