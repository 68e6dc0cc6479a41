import type { OdooVersion } from '../../../tools/services/odoo';
import { openShop, type Protocol, type Shop } from './shop';
import { describeStockChanges } from './stock-changes';
import { describeStockFigures } from './stock-figures';
import { describeStockNode } from './stock-node';

/** What Odoo can promise and how it changes, for each protocol of one real Odoo. */
export function describeStock(version: OdooVersion, protocols: Protocol[]): void {
	describe(`Stock of Odoo ${version}`, () => {
		let open: Shop;
		const shop = () => open;
		beforeAll(async () => {
			open = await openShop(version);
		}, 1_800_000);
		afterAll(async () => await open?.server.stop());

		describe.each(protocols)('over %s', (protocol) => {
			describe('figures', () => describeStockFigures(shop, protocol));
			describe('changes', () => describeStockChanges(shop, protocol));
			describe('the node', () => describeStockNode(shop, protocol));
		});
	});
}
