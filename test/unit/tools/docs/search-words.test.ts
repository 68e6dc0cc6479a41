import { searchWords } from '../../../../tools/docs/search-words';

it('splits at spaces and punctuation, without case', () => {
	expect(searchWords('Odoo Sale: Record a paid_order.')).toEqual([
		'odoo',
		'sale',
		'record',
		'a',
		'paid',
		'order',
	]);
});

it('indexes Chinese by pairs of characters, so that a part of a term is found', () => {
	expect(searchWords('微信支付')).toEqual(['微信', '信支', '支付']);
	expect(searchWords('在Odoo里')).toEqual(['在', 'odoo', '里']);
});

it('uses nothing from outside, since the browser gets its source', () => {
	const copy = new Function(`return ${searchWords.toString()}`)() as typeof searchWords;
	expect(copy('APIv3密钥')).toEqual(searchWords('APIv3密钥'));
});
