import type { IDataObject } from 'n8n-workflow';

import { record } from '../support/recording';
import { recordWhatWasMissing, typedIn } from '../support/money-stages';
import { useSettledShop } from '../support/settled-shop';
import { VERSIONS } from '../support/versions';

/** WeChat's bill against Odoo. The last payment of each of the first two days is not recorded yet. */
describe.each(VERSIONS)('Reconciliation in Odoo %s', (version) => {
	const shop = useSettledShop(version);

	it('finds what the bill has and Odoo lacks, and agrees once it was recorded', async () => {
		const bill = [...(await shop().tradeBill(0)), ...(await shop().tradeBill(1))];
		const compare = async (day: number) =>
			await shop().run(
				'compareBill',
				bill.filter((row) => (row.bill as IDataObject).date === shop().days[day]),
				{ compareCreditNotes: true, keepOpen: true, runDate: shop().days[3]! },
			);
		const report4 = async () => {
			const [[item] = []] = await shop().run('getReport', [{}], { runDate: shop().days[3]! });
			return item?.json;
		};
		const [missing, refunds, others, report] = await compare(0);
		expect(missing?.map(({ json }) => json.transaction_id)).toEqual([
			shop().payments[2]?.transaction_id,
		]);
		expect([refunds, others]).toEqual([[], []]);
		expect(report?.[0]?.json).toMatchObject({ payments: 3, differences: 1, agrees: false });
		const [, lost] = await compare(1);
		expect(lost).toHaveLength(1);
		expect(await report4()).toMatchObject({ open: 3, closed_today: 0, agrees: false });

		await recordWhatWasMissing(shop());
		for (const day of [0, 1]) {
			const [, , , after] = await compare(day);
			expect(after?.[0]?.json).toMatchObject({ differences: 0, agrees: true });
		}
		expect(await report4()).toMatchObject({ open: 0, closed_today: 3, agrees: true });
		const days = async (runDate: string) => {
			const [found = []] = await shop().run('getDaysToCompare', [{}], { runDate, lookBack: 31 });
			return found.map(({ json }) => json.date);
		};
		// Both days were compared; the third was missed, and is open from now on.
		expect(await days(shop().days[3]!)).toEqual([shop().days[2]]);
		expect(await report4()).toMatchObject({ agrees: false, days_not_compared: [shop().days[2]] });
	});

	it('tells orders that WeChat does not know, and amounts that differ', async () => {
		const bill = await shop().tradeBill(2);
		await record(shop().user, [typedIn(shop())]);
		const changed = bill.map((row) => ({ ...row, total_fen: Number(row.total_fen) + 1 }));
		const [, , others] = await shop().run('compareBill', changed, { compareCreditNotes: false });
		expect(others?.map(({ json }) => json.kind).sort()).toEqual([
			'amount_differs',
			'missing_in_wechat',
		]);
	});

	it('lists open holds and recent payments for a query', async () => {
		const [orders] = await shop().run('getOrdersToQuery', [{}], { withinMinutes: 60 });
		expect(orders?.map(({ json }) => json.out_trade_no)).toContain(
			shop().payments[1]?.out_trade_no,
		);
	});
});
