import { rawBody } from '../../../../nodes/shared/raw-body';
import { withParameters } from '../support/parameters';

const bytes = Buffer.from('{"a": 1}');
const context = withParameters(
	{ rawBodyField: 'data' },
	{ helpers: { getBinaryDataBuffer: async () => await Promise.resolve(bytes) } as never },
);

it('returns the bytes of the field that the node names', async () => {
	const item = { json: {}, binary: { data: { data: '', mimeType: 'application/json' } } };
	expect(await rawBody(context, 0, item, 'CODE')).toBe(bytes);
});

it('says that Raw Body is off where there are none', async () => {
	await expect(rawBody(context, 0, { json: {} }, 'CODE')).rejects.toMatchObject({
		...{ code: 'CODE', nextStep: expect.stringContaining('Raw Body') },
	});
});
