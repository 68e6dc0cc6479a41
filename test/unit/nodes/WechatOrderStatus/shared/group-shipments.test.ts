import type { Shipment } from '../../../../../lib/wechat-api/shipping/shipment';
import { groupShipments } from '../../../../../nodes/WechatOrderStatus/shared/group-shipments';

const shipment = (transaction_id: string) =>
	({ payment: { transaction_id }, parcels: [] }) as unknown as Shipment;
const combined = { transaction_id: 'C1' };
const indexesOf = (...uploads: Parameters<typeof groupShipments>[0]) =>
	groupShipments(uploads).map(({ indexes }) => indexes);

it('puts the payments of one combined payment into one call', () => {
	expect(
		indexesOf(
			{ shipment: shipment('1'), combined },
			{ shipment: shipment('2') },
			{ shipment: shipment('3'), combined },
			{ shipment: shipment('4'), combined: { transaction_id: 'C2' } },
		),
	).toEqual([[0, 2], [1], [3]]);
});

it('has each payment once in a call', () => {
	const one = { shipment: shipment('1'), combined };
	expect(indexesOf(one, one)).toEqual([[0], [1]]);
	expect(indexesOf({ shipment: shipment('1') }, { shipment: shipment('1') })).toEqual([[0], [1]]);
});
