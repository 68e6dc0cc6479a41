import { textParameter } from '../../../../nodes/shared/parameter-text';
import { withParameters } from '../support/parameters';

it.each([
	[' a ', 'a'],
	[42, '42'],
	[0, '0'],
	[false, ''],
	[null, ''],
	[undefined, ''],
])('reads %p as %p', (value, text) => {
	expect(textParameter(withParameters({ field: value }), 'field', 0)).toBe(text);
});
