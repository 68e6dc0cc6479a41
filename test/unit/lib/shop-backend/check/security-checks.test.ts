import { failuresOf } from './failures';
import { UNSAFE } from './wrong-backends';

it.each(UNSAFE)('names what is wrong with a backend that %s', async (_, parts, checks) => {
	expect(await failuresOf(parts)).toEqual(checks);
});
