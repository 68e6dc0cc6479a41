import { keyedQueue } from '../../../../lib/core/keyed-queue';

const later = async () => await new Promise<void>((resolve) => setImmediate(resolve));

it('runs work on one key in order, and work on others beside it', async () => {
	const queue = keyedQueue();
	const log: string[] = [];
	const work = (name: string) => async () => {
		log.push(`${name} begins`);
		await later();
		log.push(`${name} ends`);
	};
	await Promise.all([queue('a', work('1')), queue('a', work('2')), queue('b', work('3'))]);
	expect(log.filter((line) => !line.startsWith('3'))).toEqual([
		'1 begins',
		'1 ends',
		'2 begins',
		'2 ends',
	]);
	expect(log.indexOf('3 begins')).toBeLessThan(log.indexOf('1 ends'));
});

it('goes on after work that failed, and tells whose it was', async () => {
	const queue = keyedQueue();
	const failed = queue('a', async () => await Promise.reject(new Error('mine')));
	const next = queue('a', async () => 'fine');
	await expect(failed).rejects.toThrow('mine');
	expect(await next).toBe('fine');
});
