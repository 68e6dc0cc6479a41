import { signedHeaders } from '../../../../../../lib/shop-backend/sign';
import { execute } from '../../../../../../nodes/ShopBackend/resources/request/verify';
import { withParameters } from '../../../support/parameters';

const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
const ORDER = {
	...{ mchid: '1900000001', out_trade_no: 'SHOP1', total_fen: 9900 },
	lines: [{ sku: 'TEE', quantity: 1, unit_price_fen: 9900 }],
};
let count = 0;

/** Runs the operation on a request that was signed now, unless it says otherwise. */
async function verify(request: object, headers?: Record<string, string>) {
	const body = JSON.stringify(request);
	const signed = signedHeaders(secret, `v${(count += 1)}`, Math.floor(Date.now() / 1000), body);
	const binary = { data: { data: '', mimeType: 'application/json' } };
	const context = withParameters(
		{ rawBodyField: 'data', requestType: 'stock.hold' },
		{
			getInputData: () => [{ json: { headers: headers ?? { ...signed } }, binary }],
			getCredentials: async () => await Promise.resolve({ url: '', secret } as never),
			continueOnFail: () => false,
			helpers: {
				getBinaryDataBuffer: async () => await Promise.resolve(Buffer.from(body)),
			} as never,
		},
	);
	const [genuine = [], refused = []] = await execute(context);
	return { genuine: genuine.map(({ json }) => json), refused: refused.map(({ json }) => json) };
}

it('passes on the order of a genuine request, without headers and raw body', async () => {
	const { genuine, refused } = await verify({ type: 'stock.hold', data: ORDER });
	expect(genuine).toMatchObject([{ out_trade_no: 'SHOP1', request: { type: 'stock.hold' } }]);
	expect(genuine[0]).not.toHaveProperty('headers');
	expect(refused).toEqual([]);
});

it.each([
	['an unsigned request', { type: 'stock.hold', data: ORDER }, {}, 401],
	['another type', { type: 'order.close', data: ORDER }, undefined, 404],
	['a wrong total', { type: 'stock.hold', data: { ...ORDER, total_fen: 1 } }, undefined, 422],
])('refuses %s, with the status to answer', async (_, request, headers, http_status) => {
	const { genuine, refused } = await verify(request, headers);
	expect(genuine).toEqual([]);
	expect(refused).toMatchObject([{ status: 'refused', http_status }]);
});
