import { readSilence } from '../../../lib/orders/payment-silence';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { runSql } from '../../../tools/services/odoo-python';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

describe.each(VERSIONS)('Silence in Odoo %s', (version) => {
	const shop = useShop(version);
	const [protocol] = protocolsOf(version);

	it('counts the payments of each hour as Odoo groups them', async () => {
		const client = await shop().connect(protocol);
		const product = shop().product(1000);
		const orders = Array.from({ length: 12 }, () => payment([{ product, quantity: 1, price: 1 }]));
		const ids = (await record(client, orders)).map(({ sale_order_id }) => sale_order_id);
		// One a day, at this hour, and none since yesterday.
		const days = ids.map((id, day) => `(${id}, ${day + 1})`).join(', ');
		await runSql(
			shop(),
			`UPDATE sale_order SET create_date = now() at time zone 'utc' - paid.days * interval '1 day' FROM (VALUES ${days}) AS paid (id, days) WHERE sale_order.id = paid.id`,
		);
		const silence = await readSilence(client, Date.now());
		expect(silence.minutes).toBeGreaterThanOrEqual(24 * 60 - 1);
		expect(silence.minutes).toBeLessThan(24 * 60 + 5);
		expect(silence.usual_payments).toBeGreaterThan(0.9);
		expect(silence.usual_payments).toBeLessThan(1.1);
	});
});
