import {
	readShipment,
	trackingNumbers,
	type Delivered,
} from '../../../../../lib/wechat-api/shipping/read-shipment';

const delivered: Delivered = {
	payment: { transaction_id: '42' },
	openid: 'o1',
	logistics: 'express',
	tracking: 'SF1, SF2',
	carrier: { name: 'SF Express' },
	lines: [{ name: 'Red tee', quantity: 2 }],
	description: '',
	allDelivered: true,
	phones: { sender: '13812345678' },
};
const CARRIERS = [{ delivery_id: 'SF', delivery_name: '顺丰速运' }];
const read = async (changes: Partial<Delivered> = {}, carriers = async () => CARRIERS) =>
	await readShipment({ ...delivered, ...changes }, carriers, []);
const nobodyAsks = async () => await Promise.reject(new Error('asked'));

describe('what left the warehouse', () => {
	it('becomes a parcel for each tracking number', async () => {
		const common = {
			express_company: 'SF',
			item_desc: 'Red tee ×2',
			contact: { consignor_contact: '138****5678' },
		};
		expect(await read()).toMatchObject({
			shipment: {
				parcels: [
					{ tracking_no: 'SF1', ...common },
					{ tracking_no: 'SF2', ...common },
				],
			},
		});
	});

	it('waits for its tracking number, and asks for no carriers', async () => {
		expect(await read({ tracking: ' ' }, nobodyAsks)).toMatchObject({
			outcome: { status: 'waiting', reason: 'no_tracking_number' },
		});
	});

	it('tells a carrier that WeChat does not have', async () => {
		expect(await read({ carrier: { name: 'Local van' } })).toMatchObject({
			outcome: { status: 'unknown_carrier', message: expect.stringContaining('Local van') },
		});
	});

	it.each(['local', 'virtual', 'pickUp'] as const)(
		'needs neither number nor carrier with %s',
		async (logistics) => {
			expect(await read({ logistics, tracking: 'SF1' }, nobodyAsks)).toMatchObject({
				shipment: { parcels: [{ item_desc: 'Red tee ×2' }] },
			});
		},
	);

	it.each([
		['no buyer', { openid: '' }, 'OPENID_MISSING'],
		['nothing to tell', { lines: [] }, 'SHIPPING_DESCRIPTION_MISSING'],
		['a link for a number', { tracking: 'x'.repeat(129) }, 'TRACKING_NUMBER_TOO_LONG'],
	])('is refused with %s', async (_, changes, code) => {
		await expect(read(changes)).rejects.toMatchObject({ code });
	});

	it('has each number once', () => {
		expect(trackingNumbers('A1; A2,A1\n A3+A4，A5')).toEqual(['A1', 'A2', 'A3', 'A4', 'A5']);
	});
});
