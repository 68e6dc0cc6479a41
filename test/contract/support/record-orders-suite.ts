import type { OdooVersion } from '../../../tools/services/odoo';
import { describeBudget } from './budget';
import { describeCampaign } from './campaign';
import { describeExactlyOnce } from './exactly-once';
import { describeChinese } from './languages';
import { describeNode } from './node';
import { describeRefusals } from './refusals';
import { describeReservations } from './reservations';
import { describeReviews } from './reviews';
import { describeMoney } from './totals';
import { openShop, type Protocol, type Shop } from './shop';

/** The same behaviours for each protocol of one real Odoo, which is started once. */
export function describeRecording(version: OdooVersion, protocols: Protocol[]): void {
	describe(`Recording paid orders in Odoo ${version}`, () => {
		let open: Shop;
		const shop = () => open;
		beforeAll(async () => {
			open = await openShop(version);
		}, 1_800_000);
		afterAll(async () => await open?.server.stop());

		describe.each(protocols)('over %s', (protocol) => {
			describe('exactly once', () => describeExactlyOnce(shop, protocol));
			describe('reservations', () => describeReservations(shop, protocol));
			describe('reviews', () => describeReviews(shop, protocol));
			describe('time and calls', () => describeBudget(shop, protocol));
			describe('totals', () => describeMoney(shop, protocol));
			describe('a campaign', () => describeCampaign(shop, protocol));
			describe('a user who works in Chinese', () => describeChinese(shop, protocol));
			describe('the node', () => describeNode(shop, protocol));
			describe('refusals', () => describeRefusals(shop, protocol));
		});
	});
}
