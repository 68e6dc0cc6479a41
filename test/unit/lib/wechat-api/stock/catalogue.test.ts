import { catalogueFinder, fetchCatalogue } from '../../../../../lib/wechat-api/stock/catalogue';
import { scripted } from '../context';
import { account } from './shop';

const PRODUCT = (id: string, skus: object[]) => ({
	body: `{"errcode":0,"product":{"title":"Tee","skus":${JSON.stringify(skus)},"product_id":${id}}}`,
});

it('learns the SKUs of a shop, page by page, with ids beyond 2^53', async () => {
	const { context, asked } = scripted([
		{ body: '{"errcode":0,"product_ids":[10000000000000000001],"next_key":"k","total_num":2}' },
		{ body: '{"errcode":0,"product_ids":["10000000000000000003"],"next_key":"k2","total_num":2}' },
		{ body: '{"errcode":0,"product_ids":[],"next_key":""}' },
		PRODUCT('10000000000000000001', [{ sku_id: '7', sku_code: 'TEE-RED-M' }]),
		PRODUCT('10000000000000000003', [{ sku_id: '8', out_sku_id: 'CAP' }]),
	]);
	const catalogue = await fetchCatalogue(account, context);
	expect(asked.map(({ body }) => JSON.parse(body ?? '') as unknown)).toEqual([
		{ page_size: 30 },
		{ page_size: 30, next_key: 'k' },
		{ page_size: 30, next_key: 'k2' },
		{ product_id: '10000000000000000001', data_type: 1 },
		{ product_id: '10000000000000000003', data_type: 1 },
	]);
	const find = catalogueFinder(catalogue);
	expect(find('TEE-RED-M')).toEqual({ product_id: '10000000000000000001', sku_id: '7' });
	expect(find('CAP')).toEqual({ product_id: '10000000000000000003', sku_id: '8' });
});

it('never guesses a SKU', () => {
	const sku = (sku_id: string, sku_code: string) => ({
		product_id: '1',
		sku_id,
		sku_code,
		out_sku_id: '',
		title: 'Tee',
	});
	const find = catalogueFinder([sku('1', 'A'), sku('2', 'A'), sku('3', 'a'), sku('4', '')]);
	expect(find('A')).toEqual({ problem: expect.stringContaining('2 SKUs') });
	expect(find('B')).toEqual({ problem: expect.stringContaining('No listed SKU') });
	expect(find('')).toHaveProperty('problem');
	expect(find('a')).toEqual({ product_id: '1', sku_id: '3' });
});
