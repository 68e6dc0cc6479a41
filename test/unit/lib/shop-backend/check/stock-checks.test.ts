import { failuresOf } from './failures';
import { WITH_WRONG_STOCK } from './wrong-backends';

it.each(WITH_WRONG_STOCK)(
	'names what is wrong with a backend that %s',
	async (_, parts, checks) => {
		expect(await failuresOf(parts)).toEqual(checks);
	},
);
