import { OdooSale } from '../../../../../../nodes/OdooSale/OdooSale.node';
import { runNode } from '../../../../../support/engine';
import { odooDouble } from '../../support/odoo-double';

const PARAMETERS = {
	...{ resource: 'order', operation: 'recordRefund', dryRun: true },
	...{ creditNote: true, cancelWhenRefunded: true },
};
const refund = (number: string) => ({
	...{ mchid: '1900000001', out_trade_no: `SHOP${number}`, transaction_id: `42${number}` },
	...{ refund_id: `50${number}`, refund_status: 'SUCCESS', refund_fen: 9900 },
	amount: { total: 9900, currency: 'CNY' },
});

it('a refund that cannot be read kept those after it from being recorded: it fails alone', async () => {
	const odoo = await odooDouble({});
	const items = [{ ...refund('1'), refund_fen: -1 }, refund('2'), { name: 'none' }, refund('4')];
	const outputs = await runNode(new OdooSale(), PARAMETERS, items, odoo.credential, {
		onError: 'continueErrorOutput',
	}).finally(odoo.close);
	const failed = outputs.pop() ?? [];
	expect(outputs.flat().map(({ json }) => json)).toMatchObject([
		{ refund_id: '502', odoo: { status: 'recorded', dry_run: true } },
		{ refund_id: '504', odoo: { status: 'recorded', dry_run: true } },
	]);
	expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	expect(failed[0]?.json).toMatchObject({ refund_id: '501', error: expect.any(String) });
});
