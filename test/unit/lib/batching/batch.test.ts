import { ACKNOWLEDGED, refused } from '../../../../lib/batching/answers';
import { OpenBatch, takeBatch } from '../../../../lib/batching/batch';

describe('the callers of a batch', () => {
	it('are all answered who wait for the same item, and the batch is over once', async () => {
		const over: boolean[] = [];
		const batch = new OpenBatch((acknowledged) => over.push(acknowledged));
		const callers = ['a', 'a', 'b'].map((identity) => batch.add(identity));
		batch.answer('a', ACKNOWLEDGED);
		expect(over).toEqual([]);
		batch.end(refused('RUN_FAILED'));
		batch.end(ACKNOWLEDGED);
		expect(await Promise.all(callers.map(({ answer }) => answer))).toEqual([
			ACKNOWLEDGED,
			ACKNOWLEDGED,
			refused('RUN_FAILED'),
		]);
		expect(over).toEqual([true]);
	});

	it('who leave are waited for no longer', () => {
		const over: boolean[] = [];
		const batch = new OpenBatch((acknowledged) => over.push(acknowledged));
		const { leave } = batch.add('a');
		leave();
		leave();
		expect(over).toEqual([false]);
	});
});

const queued = (...identities: string[]) =>
	identities.map((identity) => ({ identity, item: `item ${identity}` }));

it('takes the oldest items, with everybody who waits for one of them', () => {
	const { items, callers, later } = takeBatch(queued('a', 'b', 'c', 'a'), 2);
	expect(items).toEqual(['item a', 'item b']);
	expect(callers.map(({ identity }) => identity)).toEqual(['a', 'b', 'a']);
	expect(later.map(({ identity }) => identity)).toEqual(['c']);
});
