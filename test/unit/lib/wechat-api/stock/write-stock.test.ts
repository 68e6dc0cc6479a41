import fc from 'fast-check';

import { stockDifference } from '../../../../../lib/wechat-api/stock/difference';
import { writeStock } from '../../../../../lib/wechat-api/stock/write-stock';
import { writeStocks } from '../../../../../lib/wechat-api/stock/write-stocks';
import { account, shop, update, type Fate } from './shop';

const KEY = '10000000000000000001/20000000000000000002';

describe('the difference between two figures', () => {
	it('leads from one to the other and is never zero', () => {
		const pieces = fc.integer({ min: 0, max: 1_000_000 });
		fc.assert(
			fc.property(pieces, pieces, (there, wanted) => {
				const difference = stockDifference(there, wanted);
				if (!difference) return expect(there).toBe(wanted);
				const { diff_type, num } = difference;
				expect(num).toBeGreaterThan(0);
				expect(diff_type === 1 ? there + num : there - num).toBe(wanted);
			}),
		);
	});

	it('never asks for less than nothing', () => {
		expect(stockDifference(3, -5)).toEqual({ diff_type: 2, num: 3 });
		expect(stockDifference(0, -5)).toBeUndefined();
	});
});

describe('setting the stock of a SKU', () => {
	it('reads, writes the difference and keeps its 20-digit ids', async () => {
		const { context, stock, asked, options } = shop({ [KEY]: 5 });
		const outcome = await writeStock(account, update(KEY, 12), options, context);
		expect(outcome).toEqual({
			status: 'set',
			product_id: '10000000000000000001',
			sku_id: '20000000000000000002',
			before: 5,
			quantity: 12,
		});
		expect(stock[KEY]).toBe(12);
		expect(asked).toEqual(['batchget', 'update']);
	});

	it('writes nothing that is right already, and nothing in a dry run', async () => {
		const { context, asked, options } = shop({ [KEY]: 5 });
		const write = async (quantity: number, dryRun: boolean) =>
			await writeStock(account, update(KEY, quantity), { ...options, dryRun }, context);
		expect(await write(5, false)).toMatchObject({ status: 'unchanged' });
		expect(await write(9, true)).toMatchObject({ status: 'would_set', before: 5, quantity: 9 });
		expect(asked).toEqual(['batchget', 'batchget']);
	});

	it('ends with the figure wanted, however answers and calls are lost', async () => {
		const fate = fc.constantFrom<Fate>('answer lost', 'call lost', 'busy');
		const pieces = fc.integer({ min: 0, max: 500 });
		await fc.assert(
			fc.asyncProperty(
				pieces,
				pieces,
				fc.array(fate, { maxLength: 3 }),
				async (there, wanted, fates) => {
					const { context, stock, options } = shop({ [KEY]: there }, [...fates]);
					const done = await writeStock(account, update(KEY, wanted), options, context);
					expect(stock[KEY]).toBe(wanted);
					expect(done.status).toBe(there === wanted ? 'unchanged' : 'set');
				},
			),
		);
	});

	it('says that it does not know after four lost answers', async () => {
		const { context, options } = shop({ [KEY]: 5 }, Array<Fate>(4).fill('call lost'));
		await expect(writeStock(account, update(KEY, 6), options, context)).rejects.toMatchObject({
			code: 'STOCK_UNCERTAIN',
			ambiguous: true,
		});
	});

	it('reads again when pieces were sold between reading and writing', async () => {
		const { context, stock, options } = shop({ [KEY]: 5 });
		const { send } = context;
		let sold = false;
		context.send = async (request) => {
			if (request.url.includes('stock/update') && !sold) {
				sold = true;
				stock[KEY] = 2;
			}
			return await send(request);
		};
		const done = await writeStock(account, update(KEY, 1), options, context);
		expect(done).toMatchObject({ status: 'set', before: 2 });
		expect(stock[KEY]).toBe(1);
	});

	it.each([10020112, 10020217])('leaves it for later after %d', async (errcode) => {
		const { context, stock, options } = shop({ [KEY]: 5 }, [errcode]);
		const done = await writeStock(account, update(KEY, 6), options, context);
		expect(done).toMatchObject({ status: 'later', message: expect.any(String) });
		expect(stock[KEY]).toBe(5);
	});

	it('tells a SKU that is gone', async () => {
		const { context, options } = shop({});
		await expect(writeStock(account, update(KEY, 6), options, context)).rejects.toMatchObject({
			code: 'STOCK_SKU_GONE',
		});
	});

	it('of writers at the same time writes each difference once, and gives way to a newer figure', async () => {
		const { context, stock, options } = shop({ [KEY]: 5 });
		const outcomes = await Promise.all(
			[3, 1, 2].map(
				async (version) =>
					await writeStock(account, update(KEY, 10 * version, version), options, context),
			),
		);
		expect(stock[KEY]).toBe(30);
		expect(outcomes.map(({ status }) => status)).toEqual(['set', 'superseded', 'superseded']);
	});
});

describe('setting many', () => {
	it('reads 50 products a call and writes only what differs', async () => {
		const keys = Array.from({ length: 120 }, (_, index) => `${1000 + index}/1`);
		const { context, stock, asked, options } = shop(
			Object.fromEntries(keys.map((key) => [key, 7])),
		);
		const updates = keys.map((key, index) => update(key, index === 60 ? 9 : 7));
		const results = await writeStocks(account, updates, options, context);
		expect(stock['1060/1']).toBe(9);
		expect(asked.filter((path) => path === 'update')).toHaveLength(1);
		expect(asked.filter((path) => path === 'batchget')).toHaveLength(3 + 1);
		expect(results[60]).toMatchObject({ outcome: { status: 'set', before: 7 } });
		expect(results[61]).toMatchObject({ outcome: { status: 'unchanged' } });
	});

	it('writes the newest figure of a SKU that comes several times, and lets one fail alone', async () => {
		const { context, stock, options } = shop({ 'P/1': 1, 'P/2': 1 }, [10020051]);
		const updates = [update('P/1', 4), update('P/2', 5, 2), update('P/2', 9, 1)];
		const results = await writeStocks(account, updates, options, context);
		expect(results).toMatchObject([
			{ error: { code: 'WECHAT_API_REFUSED' } },
			{ outcome: { status: 'set' } },
			{ outcome: { status: 'superseded' } },
		]);
		expect(stock).toEqual({ 'P/1': 1, 'P/2': 5 });
	});
});
