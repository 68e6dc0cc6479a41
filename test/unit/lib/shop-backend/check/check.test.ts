import { runChecks } from '../../../../../lib/shop-backend/check/check';

const target = { url: '', secret: '', limitMs: 1 };
const call = async () => await Promise.reject(new Error('unused'));

it('lets a mistake of its own through, and no other', async () => {
	const broken = { name: 'x', run: async () => await Promise.reject(new TypeError('oh')) };
	await expect(runChecks([broken], call, target)).rejects.toThrow(TypeError);
});
